package io.outrider.orchestrator.hook;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may send signals by webhook. */
@ConfigMapping(prefix = "outrider.hooks")
interface HookConfig {

    /** One {@code <source>=<workspace>:<secret>} each; the secret in Base64, with or without "whsec_" before it. */
    Optional<List<String>> sources();
}
