package io.outrider.review.queue;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** A draft that a reviewer sent back, and that the run made again: the next version of its item. */
record Redraft(Item item, Candidate candidate) {

    /** Any other repeat of a proposal gets the stored outcome, whatever it brings. */
    static boolean isOne(Item before, Candidate candidate) {
        return before.state() == ItemState.RESPONDED
                && !before.extras().planted()
                && !before.payloadSha256().equals(candidate.payload().sha256());
    }

    static Uni<Void> storeAll(ItemRows items, List<Redraft> redrafts, Instant now) {
        var done = Uni.createFrom().voidItem();
        for (var redraft : redrafts) {
            done = done.chain(() -> redraft.store(items, now));
        }
        return done;
    }

    private Uni<Void> store(ItemRows items, Instant now) {
        return items.update(item, List.of())
                .chain(() -> items.addVersion(
                        item, candidate.document(), item.origin().runId(), now));
    }
}
