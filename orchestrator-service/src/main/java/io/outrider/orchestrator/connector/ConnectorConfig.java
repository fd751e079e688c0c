package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What all connectors share, under {@code outrider.connector.*}. */
@ConfigMapping(prefix = "outrider.connector")
interface ConnectorConfig {

    @WithDefault("PT5S")
    Duration connectTimeout();

    /** Of one request and its whole answer. What takes longer has an unknown outcome. */
    @WithDefault("PT20S")
    Duration deadline();
}
