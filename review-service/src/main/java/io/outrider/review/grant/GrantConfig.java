package io.outrider.review.grant;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Settings under {@code outrider.grant.*}. */
@ConfigMapping(prefix = "outrider.grant")
interface GrantConfig {

    /** A JWK set with the gate's private Ed25519 key, its {@code kid} set. Keep it as you keep a password. */
    Path keyFile();
}
