package io.outrider.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code outrider.messaging.*}. */
@ConfigMapping(prefix = "outrider.messaging")
interface MessagingConfig {

    /** How long a model may take in all where the caller set no deadline. */
    @WithDefault("PT45S")
    Duration modelPatience();

    /** Kept back of the caller's deadline for grounding, lint and storing. */
    @WithDefault("PT0.5S")
    Duration reserve();
}
