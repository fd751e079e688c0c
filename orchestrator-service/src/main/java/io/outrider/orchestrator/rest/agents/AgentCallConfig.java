package io.outrider.orchestrator.rest.agents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the REST door calls agents, under {@code outrider.rest.agent.*}. */
@ConfigMapping(prefix = "outrider.rest.agent")
interface AgentCallConfig {

    /** Calls that one replica has under way at once; more are refused with 429. */
    @WithDefault("200")
    int atOnce();

    /** Tries of one question to one service. */
    @WithDefault("2")
    int attempts();

    /** For one try. */
    @WithDefault("PT60S")
    Duration deadline();
}
