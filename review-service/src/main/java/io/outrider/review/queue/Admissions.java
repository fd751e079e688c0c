package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.queue.Intake.Passed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes what was admitted together: one statement, which is one transaction. See V80. */
final class Admissions {

    private static final String ADMIT = "select admit_together($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    private final Pool pool;
    private final AuditTrail audit;

    Admissions(Pool pool, AuditTrail audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /** Fails, and nothing is written, where anything that the judgements rest on has changed meanwhile. */
    Uni<Void> write(Group group) {
        var candidates = group.requests().stream()
                .flatMap(batch -> batch.candidates().stream())
                .toList();
        var parameters = Tuple.tuple()
                .addValue(group.workspace())
                .addValue(group.policyVersion())
                .addValue(group.now().atOffset(ZoneOffset.UTC))
                .addValue(LocalDate.ofInstant(group.now(), ZoneOffset.UTC))
                .addValue(json(group.most()))
                .addValue(array(group.requests(), Admissions::request))
                .addValue(items(group.items()))
                .addValue(bytes(candidates, Candidate::summary))
                .addValue(bytes(candidates, Candidate::document))
                .addValue(array(List.copyOf(group.intake().passedAlone().entrySet()), Admissions::passed))
                .addValue(json(group.intake().grantedNow()))
                .addValue(audit.rows(group.workspace(), group.entries()));
        return pool.preparedQuery(ADMIT).execute(parameters).replaceWithVoid();
    }

    private static JsonObject request(Batch batch) {
        return new JsonObject().put("request_id", batch.requestId()).put("body_sha256", batch.bodySha256());
    }

    private static String items(List<Item> items) {
        var rows = new JsonArray();
        for (var item : items) {
            rows.add(ItemJson.of(ItemRow.of(item)).put("place", rows.size() + 1));
        }
        return rows.encode();
    }

    private static JsonObject passed(Map.Entry<Kind, Passed> passed) {
        return new JsonObject()
                .put("action_type", passed.getKey().actionType())
                .put("segment_id", passed.getKey().segmentId())
                .put("level", passed.getValue().level().name())
                .put("passed", passed.getValue().count());
    }

    static <T> String array(List<T> all, Function<T, JsonObject> one) {
        var rows = new JsonArray();
        all.forEach(each -> rows.add(one.apply(each)));
        return rows.encode();
    }

    static String json(Map<String, Long> counts) {
        return new JsonObject(new HashMap<>(counts)).encode();
    }

    private static Buffer[] bytes(List<Candidate> candidates, Function<Candidate, byte[]> bytes) {
        return candidates.stream()
                .map(candidate -> Buffer.buffer(bytes.apply(candidate)))
                .toArray(Buffer[]::new);
    }

    /**
     * What is written of one group.
     *
     * @param most by action type, how many grants the day may have had for the judgements to stand
     * @param items in the order of the requests' candidates
     */
    record Group(
            String workspace,
            long policyVersion,
            Instant now,
            Map<String, Long> most,
            List<Batch> requests,
            List<Item> items,
            Intake intake,
            List<Entry> entries) {}
}
