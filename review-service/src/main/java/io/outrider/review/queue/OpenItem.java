package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Stale;
import io.outrider.review.audit.Moment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Use case: notes that a reviewer has an item before them. */
@ApplicationScoped
public class OpenItem {

    static final Duration LONG_ENOUGH = Duration.ofMinutes(25);
    static final Duration BREAK = Duration.ofMinutes(5);

    private static final Duration LOOK_BACK = Duration.ofHours(2);

    private final ItemRows items;
    private final Clock clock;

    OpenItem(ItemRows items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * @param version that is shown; 0 for the newest
     * @throws Stale where the item has moved on
     */
    public Uni<Opened> run(String workspace, String itemId, int version, String by) {
        Check.that(version >= 0, "version", "must not be negative");
        var now = Moment.now(clock);
        return Panache.withTransaction(() -> items.get(workspace, itemId).chain(item -> {
            if (version != 0 && version != item.version()) {
                throw new Stale("The item is at version " + item.version());
            }
            return Openings.open(item, by, now)
                    .chain(since -> Openings.recent(workspace, by, now.minus(LOOK_BACK))
                            .map(times -> new Opened(since, tired(times, now))));
        }));
    }

    /** @param times newest first */
    static boolean tired(List<Instant> times, Instant now) {
        var begin = now;
        for (var time : times) {
            if (Duration.between(time, begin).compareTo(BREAK) > 0) {
                break;
            }
            begin = time;
        }
        return Duration.between(begin, now).compareTo(LONG_ENOUGH) >= 0;
    }

    /**
     * @param since when this version was first opened
     * @param takeABreak once somebody has opened items for 25 minutes with no pause of 5
     */
    public record Opened(Instant since, boolean takeABreak) {}
}
