package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Slack, under {@code outrider.slack.*}. */
@ConfigMapping(prefix = "outrider.slack")
interface SlackConfig {

    /** A secret: who has it can post. */
    Optional<URI> webhookUrl();
}
