package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The signed webhook, under {@code outrider.webhook.*}. Without both settings its action is refused. */
@ConfigMapping(prefix = "outrider.webhook")
interface WebhookConfig {

    Optional<URI> url();

    /** In Base64, with or without "whsec_" before it; the receiver has the same. */
    Optional<String> secret();
}
