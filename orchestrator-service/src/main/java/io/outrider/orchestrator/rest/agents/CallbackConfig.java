package io.outrider.orchestrator.rest.agents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How answers are posted to callers, under {@code outrider.callback.*}. */
@ConfigMapping(prefix = "outrider.callback")
interface CallbackConfig {

    /** Of at least 24 bytes, in Base64. Each workspace's signing secret is made from it. Without it callbacks are refused. */
    Optional<String> secret();

    /** For tests and one machine only: {@code host=address:port}, reached by plain HTTP past the address guard. */
    Optional<List<String>> hostOverrides();

    /** For one whole exchange. */
    @WithDefault("PT15S")
    Duration deadline();

    /** The pause before the second attempt; each later one is three times as long, at most {@link #longestPause()}. */
    @WithDefault("PT5S")
    Duration firstPause();

    @WithDefault("PT2H")
    Duration longestPause();

    /** Attempts before a delivery has failed for good. */
    @WithDefault("12")
    int attempts();

    /** For how long an agent that does not answer is asked again before that becomes the answer. */
    @WithDefault("PT1H")
    Duration patience();

    /** For how long answers are kept. */
    @WithDefault("P30D")
    Duration keep();
}
