package io.outrider.review.queue;

import io.outrider.review.feed.DecisionFeed;
import io.outrider.review.queue.Announcer.Ending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells those who wait what became of an item, within the caller's transaction. The only way to them: of a planted item nobody
 * ever hears.
 */
@ApplicationScoped
class Telling {

    private final DecisionFeed feed;
    private final Announcer announcer;

    Telling(DecisionFeed feed, Announcer announcer) {
        this.feed = feed;
        this.announcer = announcer;
    }

    Uni<Void> tell(Item item, Ending ending) {
        return item.extras().planted()
                ? Uni.createFrom().voidItem()
                : feed.add(item.workspace(), item.id(), announcer.announce(item, ending));
    }
}
