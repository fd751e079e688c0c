package io.outrider.orchestrator.effect;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Settings under {@code outrider.grant.*}. */
@ConfigMapping(prefix = "outrider.grant")
public interface GrantConfig {

    /** Where the public keys of the gate are: {@code file:}, {@code http:} or {@code https:} of a JWK set. */
    URI keys();
}
