package io.outrider.review.batch;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.id.Sha256;
import io.outrider.review.audit.Moment;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadItems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Use case: accepts every item of a batch but the excluded ones. Each is a decision of its own, by the rules of all decisions; a
 * crash in between leaves the rest open, and the repeated request goes on with them.
 */
@ApplicationScoped
public class DecideBatch {

    private final BatchRows rows;
    private final OpenBatch batches;
    private final DecideItem decideItem;
    private final ReadItems readItems;
    private final Clock clock;

    DecideBatch(BatchRows rows, OpenBatch batches, DecideItem decideItem, ReadItems readItems, Clock clock) {
        this.rows = rows;
        this.batches = batches;
        this.decideItem = decideItem;
        this.readItems = readItems;
        this.clock = clock;
    }

    /** @throws StateForbids SAMPLE_NOT_OPENED or BATCH_CLOSED */
    public Uni<List<Result>> run(Wish wish) {
        Check.requestId(wish.requestId());
        return batches.get(wish.workspace(), wish.batchId(), wish.by()).chain(batch -> {
            requireKnown(batch, wish.excluded());
            if (!batch.decided() && !Moment.now(clock).isBefore(batch.expires())) {
                throw new StateForbids("BATCH_CLOSED", "The batch could be decided until " + batch.expires());
            }
            var missing = unopened(batch, wish.excluded());
            if (!missing.isEmpty()) {
                throw new StateForbids("SAMPLE_NOT_OPENED", "Not opened yet: " + missing);
            }
            return rows.markDecided(wish.workspace(), wish.batchId()).chain(() -> decide(batch, wish));
        });
    }

    /** Of the groups of which anything is accepted. */
    private static List<String> unopened(ReviewBatch batch, Set<String> excluded) {
        return batch.sheet().groups().stream()
                .filter(group -> group.items().stream().anyMatch(entry -> !excluded.contains(entry.itemId())))
                .flatMap(group -> group.items().stream())
                .map(Sheet.Entry::itemId)
                .filter(id ->
                        batch.sheet().samples().contains(id) && !batch.opened().contains(id))
                .toList();
    }

    private Uni<List<Result>> decide(ReviewBatch batch, Wish wish) {
        return Multi.createFrom()
                .iterable(batch.sheet().entries())
                .filter(entry -> !wish.excluded().contains(entry.itemId()))
                .onItem()
                .transformToUniAndConcatenate(entry -> decide(entry, wish))
                .collect()
                .asList();
    }

    private Uni<Result> decide(Sheet.Entry entry, Wish wish) {
        var ballot = new Ballot(
                entry.itemId(),
                entry.version(),
                entry.payloadSha256(),
                DecisionType.ACCEPT,
                null,
                null,
                wish.comment(),
                false,
                wish.by());
        var requestId = "bat:" + Sha256.hex(wish.batchId() + "\n" + wish.requestId() + "\n" + entry.itemId());
        return decideItem
                .run(wish.workspace(), requestId, wish.bodySha256(), ballot, new Manner(wish.hold(), wish.batchId()))
                .map(item -> new Result(item, ""))
                .onFailure(Failure.class)
                .recoverWithUni(failure -> readItems
                        .one(wish.workspace(), entry.itemId())
                        .map(whole -> new Result(whole.item(), failure.reason())));
    }

    private static void requireKnown(ReviewBatch batch, Set<String> excluded) {
        var ids = batch.sheet().entries().stream().map(Sheet.Entry::itemId).toList();
        Check.that(ids.containsAll(excluded), "excluded_item_ids", "must be items of the batch");
    }

    /**
     * @param bodySha256 of what is asked for, so that a repeat with another body decides nothing
     * @param hold how long each decision can be taken back
     */
    public record Wish(
            String workspace,
            String requestId,
            String bodySha256,
            String batchId,
            Set<String> excluded,
            Duration hold,
            String comment,
            String by) {}

    /** @param error why it was not decided; empty where it was */
    public record Result(Item item, String error) {}
}
