package io.outrider.review.batch;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.id.Ids;
import io.outrider.review.audit.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Use case: puts open items of a kind together, and reads such a batch again. */
@ApplicationScoped
public class OpenBatch {

    static final Duration LIFETIME = Duration.ofHours(1);

    private static final int MOST = 500;
    private static final int USUAL = 100;
    private static final double USUAL_SAMPLE = 0.1;

    private final BatchRows rows;
    private final Clock clock;

    OpenBatch(BatchRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws StateForbids EMPTY_BATCH where nothing fits that the caller may decide this way */
    public Uni<ReviewBatch> run(Wish wish) {
        Check.requestId(wish.requestId());
        Check.between(wish.maxItems(), 0, MOST, "max_items");
        Check.that(wish.sampleRate() >= 0 && wish.sampleRate() <= 1, "sample_rate", "must be 0 to 1");
        return rows.ofRequest(wish.workspace(), wish.requestId())
                .chain(known -> known.isPresent() ? replay(known.get(), wish) : open(wish));
    }

    /** @throws NotFound also where another person opened it */
    public Uni<ReviewBatch> get(String workspace, String id, String by) {
        return rows.byId(workspace, id)
                .map(found -> found.filter(batch -> batch.openedBy().equals(by))
                        .orElseThrow(() -> new NotFound("batch", id)));
    }

    private Uni<ReviewBatch> open(Wish wish) {
        var now = Moment.now(clock);
        var most = wish.maxItems() == 0 ? USUAL : wish.maxItems();
        var rate = wish.sampleRate() == 0 ? USUAL_SAMPLE : wish.sampleRate();
        var id = Ids.next("bat");
        return rows.fitting(wish.workspace(), wish.filter(), wish.by(), most, now)
                .map(candidates -> Sorting.sort(id, candidates, wish.by(), rate)
                        .missing(wish.filter().itemIds().size() - candidates.size()))
                .invoke(sheet -> {
                    if (sheet.entries().isEmpty()) {
                        throw new StateForbids("EMPTY_BATCH", "No open item fits; left out: " + sheet.leftOut());
                    }
                })
                .map(sheet -> new ReviewBatch(
                        id, wish.bodySha256(), wish.by(), now, now.plus(LIFETIME), false, sheet, List.of()))
                .chain(batch -> rows.insert(wish.workspace(), wish.requestId(), batch))
                .chain(() -> rows.ofRequest(wish.workspace(), wish.requestId()))
                .chain(stored -> replay(stored.orElseThrow(), wish));
    }

    private static Uni<ReviewBatch> replay(ReviewBatch batch, Wish wish) {
        return batch.requestBody().equals(wish.bodySha256())
                ? Uni.createFrom().item(batch)
                : Uni.createFrom().failure(new RequestIdReused(wish.requestId()));
    }

    /**
     * @param bodySha256 of the request and its caller, so that a request id is not used for two
     * @param maxItems 0 for the usual 100
     * @param sampleRate 0 for the usual tenth
     */
    public record Wish(
            String workspace,
            String requestId,
            String bodySha256,
            BatchFilter filter,
            int maxItems,
            double sampleRate,
            String by) {}
}
