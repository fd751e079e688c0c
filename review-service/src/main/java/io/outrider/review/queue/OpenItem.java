package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Stale;
import io.outrider.review.audit.Moment;
import io.outrider.review.quality.Fatigue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Use case: notes that a reviewer has an item before them. */
@ApplicationScoped
public class OpenItem {

    private final ItemRows items;
    private final Fatigue fatigue;
    private final Clock clock;

    OpenItem(ItemRows items, Fatigue fatigue, Clock clock) {
        this.items = items;
        this.fatigue = fatigue;
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
                    return Openings.open(item, by, now);
                }))
                .chain(since -> fatigue.of(workspace, by).map(streak -> new Opened(since, streak.takeABreak())));
    }

    /**
     * @param since when this version was first opened
     * @param takeABreak once somebody has opened items for 25 minutes with no pause of 5
     */
    public record Opened(Instant since, boolean takeABreak) {}
}
