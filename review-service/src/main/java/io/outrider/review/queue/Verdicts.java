package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.queue.DecideItem.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what was decided together: one statement, which is one transaction. See V81. */
final class Verdicts {

    private static final String DECIDE = "select decide_together($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private final Pool pool;
    private final Closing closing;
    private final AuditTrail audit;

    Verdicts(Pool pool, Closing closing, AuditTrail audit) {
        this.audit = audit;
        this.pool = pool;
        this.closing = closing;
    }

    /** Fails, and nothing is written, where an item, the policy or the room of the day has changed meanwhile. */
    Uni<Void> write(Group group) {
        var rows = new JsonArray();
        var announcements = new ArrayList<Buffer>();
        for (var one : group.decided()) {
            var words = closing.announcement(one.draft(), one.request().ballot(), group.now());
            announcements.add(Buffer.buffer(words.orElse(new byte[0])));
            rows.add(row(one).put("place", announcements.size()).put("told", words.isPresent()));
        }
        var parameters = Tuple.tuple()
                .addValue(group.workspace())
                .addValue(group.policyVersion())
                .addValue(group.now().atOffset(ZoneOffset.UTC))
                .addValue(LocalDate.ofInstant(group.now(), ZoneOffset.UTC))
                .addValue(Admissions.json(group.most()))
                .addValue(Admissions.array(group.decided(), Verdicts::request))
                .addValue(rows.encode())
                .addValue(announcements.toArray(Buffer[]::new))
                .addValue(Admissions.array(group.marks().rows(), row -> row))
                .addValue(Admissions.json(group.grants()))
                .addValue(audit.rows(group.workspace(), entries(group)));
        return pool.preparedQuery(DECIDE).execute(parameters).replaceWithVoid();
    }

    private List<Entry> entries(Group group) {
        return group.decided().stream()
                .map(one -> closing.entry(
                        Entry.Kind.DECIDED,
                        one.before(),
                        one.draft().item(),
                        one.request().ballot(),
                        group.now()))
                .toList();
    }

    private static JsonObject request(Decided one) {
        return new JsonObject()
                .put("request_id", one.request().requestId())
                .put("body_sha256", one.request().bodySha256());
    }

    private static JsonObject row(Decided one) {
        var item = one.draft().item();
        var row = new JsonObject()
                .put("id", item.id())
                .put("row_version", one.rowVersion())
                .put("state", item.state().name())
                .put("is_open", item.state().open())
                .put("counts", !item.extras().planted())
                .put("required_approvals", item.gating().requiredApprovals())
                .put("due_time", item.gating().due().toString());
        if (item.answer() instanceof Answer.Granted granted) {
            row.put("grant_id", granted.grantId())
                    .put("grant_jws", granted.jws())
                    .put("grant_expire_time", granted.expires().toString());
        }
        return row.mergeIn(decision(item.decisions().getLast()));
    }

    private static JsonObject decision(Decision decision) {
        return new JsonObject()
                .put("decided_by", decision.by())
                .put("type", decision.type().name())
                .put("version", decision.version())
                .put("payload_sha256", decision.payloadSha256())
                .put(
                        "reason",
                        decision.reason() == null ? null : decision.reason().name())
                .put("comment", decision.comment())
                .put("overrode_lint", decision.overrodeLint())
                .put("time_on_item_ms", decision.timeOnItemMillis())
                .put("batch_id", decision.batchId());
    }

    /** @param rowVersion of the item, as it was read */
    record Decided(Request request, Item before, Draft draft, String rowVersion) {}

    /**
     * What is written of one group.
     *
     * @param most by action type, how many grants the day may have had for the decisions to stand
     * @param grants by action type
     */
    record Group(
            String workspace,
            long policyVersion,
            Instant now,
            Map<String, Long> most,
            List<Decided> decided,
            Map<String, Long> grants,
            TrackMarks marks) {}
}
