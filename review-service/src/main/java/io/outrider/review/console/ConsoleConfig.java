package io.outrider.review.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code outrider.console.*}. */
@ConfigMapping(prefix = "outrider.console")
interface ConsoleConfig {

    /** How long a reviewer stays signed in, whatever happens. */
    @WithDefault("PT8H")
    Duration session();

    /** How long without a request. */
    @WithDefault("PT30M")
    Duration idle();

    /** How long a sign-in link can be used. */
    @WithDefault("PT10M")
    Duration link();

    /** A gap between requests that counts as a pause. */
    @WithDefault("PT5M")
    Duration pause();

    /** Whether browsers reach the console over https: cookies are then sent over nothing else. */
    @WithDefault("false")
    boolean https();

    /** How many sign-ins one address may try in a minute. */
    @WithDefault("20")
    int signInsPerMinute();

    /** How many pages of one process may listen for changes at once. */
    @WithDefault("200")
    int liveConnections();

    /** How many of them one person may have. */
    @WithDefault("8")
    int liveConnectionsEach();

    /** Where the orchestrator shows a run, without the run's id: the page of a run links there. */
    Optional<URI> runsUrl();
}
