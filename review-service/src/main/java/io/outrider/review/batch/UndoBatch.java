package io.outrider.review.batch;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadHeld;
import io.outrider.review.queue.UndoDecision;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Use case: takes back the decisions of a batch that are still held, each by itself. */
@ApplicationScoped
public class UndoBatch {

    private final ReadHeld readHeld;
    private final UndoDecision undoDecision;

    UndoBatch(ReadHeld readHeld, UndoDecision undoDecision) {
        this.readHeld = readHeld;
        this.undoDecision = undoDecision;
    }

    /** @throws StateForbids NOT_HELD where none is held any more; one that just took effect stays as it is */
    public Uni<Void> run(String workspace, String requestId, String batchId, String by) {
        Check.requestId(requestId);
        return readHeld.by(workspace, by)
                .map(items -> items.stream()
                        .filter(item -> isOf(item, batchId))
                        .map(Item::id)
                        .toList())
                .invoke(UndoBatch::requireAny)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> undo(workspace, requestId, id, by))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Boolean> undo(String workspace, String requestId, String id, String by) {
        var own = "bat:" + Sha256.hex(requestId + "\n" + id);
        return undoDecision
                .run(new UndoDecision.Wish(workspace, own, Sha256.hex("undo\n" + id), id, by))
                .replaceWith(true)
                .onFailure(Failure.class)
                .recoverWithItem(false);
    }

    private static boolean isOf(Item item, String batchId) {
        var hold = item.extras().hold();
        return hold != null && hold.batchId().equals(batchId);
    }

    private static void requireAny(List<String> ids) {
        if (ids.isEmpty()) {
            throw new StateForbids("NOT_HELD", "No decision of the batch is held any more");
        }
    }
}
