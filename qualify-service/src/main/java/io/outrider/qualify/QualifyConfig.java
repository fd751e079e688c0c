package io.outrider.qualify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code outrider.qualify.*}. */
@ConfigMapping(prefix = "outrider.qualify")
public interface QualifyConfig {

    /** How long a call without a deadline of its own may wait for a model. */
    @WithDefault("PT45S")
    Duration modelPatience();

    /** Kept free at the end of a caller's deadline, to answer by rules and to store. */
    @WithDefault("PT0.5S")
    Duration reserve();
}
