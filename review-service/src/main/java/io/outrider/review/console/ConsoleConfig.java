package io.outrider.review.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code outrider.console.*}. */
@ConfigMapping(prefix = "outrider.console")
interface ConsoleConfig {

    /** How long a reviewer stays signed in. */
    @WithDefault("PT8H")
    Duration session();

    /** How long without a request. */
    @WithDefault("PT30M")
    Duration idle();

    /** How long a sign-in link can be used. */
    @WithDefault("PT10M")
    Duration link();

    /** Whether browsers reach the console over https: cookies are then sent over nothing else. */
    @WithDefault("false")
    boolean https();
}
