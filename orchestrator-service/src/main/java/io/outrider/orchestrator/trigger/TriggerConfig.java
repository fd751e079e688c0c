package io.outrider.orchestrator.trigger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Settings under {@code outrider.triggers.*}. */
@ConfigMapping(prefix = "outrider.triggers")
interface TriggerConfig {

    Breaker breaker();

    /** Where a person is told that the breaker opened: JSON with "text", as Slack's incoming webhooks take it. */
    Optional<URI> alertUrl();

    /** When the breaker of a workspace opens by itself. */
    interface Breaker {

        /** Triggered runs of a workspace in one hour of the clock, at most. */
        @WithDefault("1000")
        int perHour();

        /** This many times the mean hour of the last week is a spike. */
        @WithDefault("5")
        double multiple();

        /** So few runs in an hour are never a spike. */
        @WithDefault("50")
        int floor();

        /** Triggered runs of one account in 24 hours that look like a loop. */
        @WithDefault("3")
        int perAccountAndDay();
    }
}
