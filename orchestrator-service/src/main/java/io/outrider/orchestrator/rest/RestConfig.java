package io.outrider.orchestrator.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The REST door, under {@code outrider.rest.*}. */
@ConfigMapping(prefix = "outrider.rest")
interface RestConfig {

    /** Calls a second that one workspace may make at one replica, in the long run. */
    @WithDefault("50")
    int callsPerSecond();

    /** Calls that one workspace may make at once after a pause. */
    @WithDefault("200")
    int burst();
}
