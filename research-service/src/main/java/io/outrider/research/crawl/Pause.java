package io.outrider.research.crawl;

import java.time.Duration;

/** Waiting. Tests put a clock that jumps in its place. */
@FunctionalInterface
interface Pause {

    /** Blocks the calling virtual thread. */
    void sleep(Duration duration) throws InterruptedException;
}
