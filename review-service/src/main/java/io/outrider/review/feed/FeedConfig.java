package io.outrider.review.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code outrider.feed.*}. */
@ConfigMapping(prefix = "outrider.feed")
interface FeedConfig {

    /** How often to look without being told: the backup for a notification that was lost. */
    @WithDefault("PT5S")
    Duration poll();

    /** How long to wait for transactions that may still commit before those already seen. */
    @WithDefault("PT0.01S")
    Duration settle();

    /** How often those who look at a queue look for new items. */
    @WithDefault("PT1S")
    Duration look();
}
