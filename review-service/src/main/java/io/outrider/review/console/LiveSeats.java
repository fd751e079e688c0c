package io.outrider.review.console;

import io.outrider.kit.error.Exhausted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many pages of this process listen for changes, in all and of each person. */
@ApplicationScoped
class LiveSeats {

    private static final Duration LATER = Duration.ofSeconds(30);

    private final ConsoleConfig config;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    LiveSeats(ConsoleConfig config) {
        this.config = config;
    }

    /** @throws Exhausted where there is none left */
    synchronized void take(Session who) {
        requireFree(who);
        all++;
        taken.merge(key(who), 1, Integer::sum);
    }

    /** @throws Exhausted where there is none left */
    synchronized void requireFree(Session who) {
        if (all >= config.liveConnections() || taken.getOrDefault(key(who), 0) >= config.liveConnectionsEach()) {
            throw new Exhausted("TOO_MANY_PAGES", "Too many pages listen at once: this one is not live", LATER);
        }
    }

    synchronized void leave(Session who) {
        all--;
        taken.computeIfPresent(key(who), (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized int all() {
        return all;
    }

    private static String key(Session who) {
        return who.workspace() + " " + who.subject();
    }
}
