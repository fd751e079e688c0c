package io.outrider.review.queue;

import io.outrider.review.feed.DecisionFeed;
import io.outrider.review.queue.Announcer.Ending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

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
        return words(item, ending)
                .map(words -> feed.add(item.workspace(), item.id(), words))
                .orElse(Uni.createFrom().voidItem());
    }

    /** What is told; empty of a planted item. */
    Optional<byte[]> words(Item item, Ending ending) {
        return item.extras().planted() ? Optional.empty() : Optional.of(announcer.announce(item, ending));
    }
}
