package io.outrider.review.queue;

import io.outrider.review.catalogue.Reversibility;
import io.outrider.review.policy.BlastRadius;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Reason;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an open item of a row that a plain statement gave, as it stands before its first decision. */
final class ItemReader {

    static final String COLUMNS =
            "workspace_id, id, version, state, run_id, proposal_key, action_type, domain, playbook_id,"
                    + " author, payload_sha256, summary, gate, blast_radius, reversibility, reasons, policy_version, priority,"
                    + " assignee, claim_expire_time, required_approvals, lint_errors, unsupported, create_time, due_time,"
                    + " expiry_policy, seen_share, agent, segment_id, model, confidence, outcome_detail, sampled, would_pass,"
                    + " planted, calibrated, calibration_version, findings";

    private ItemReader() {}

    static ItemRow read(Row row) {
        var item = new ItemRow();
        item.key = new ItemKey(row.getString("workspace_id"), row.getString("id"));
        item.version = row.getInteger("version");
        item.state = ItemState.valueOf(row.getString("state"));
        item.runId = row.getString("run_id");
        item.proposalKey = row.getString("proposal_key");
        item.actionType = row.getString("action_type");
        item.domain = row.getString("domain");
        item.playbookId = row.getString("playbook_id");
        item.author = row.getString("author");
        item.payloadSha256 = row.getString("payload_sha256");
        item.summary = row.getBuffer("summary").getBytes();
        item.assignee = row.getString("assignee");
        item.claimExpires = instant(row, "claim_expire_time");
        item.lintErrors = row.getInteger("lint_errors");
        item.unsupported = row.getInteger("unsupported");
        item.created = required(row, "create_time");
        gating(item, row);
        item.extras = extras(row);
        return item;
    }

    private static void gating(ItemRow item, Row row) {
        item.gate = Gate.valueOf(row.getString("gate"));
        item.blastRadius = BlastRadius.valueOf(row.getString("blast_radius"));
        item.reversibility = Reversibility.valueOf(row.getString("reversibility"));
        item.reasons = new ItemRow.Trail(row.getJsonObject("reasons").getJsonArray("rules").stream()
                .map(JsonObject.class::cast)
                .map(rule -> new Reason(rule.getString("rule"), rule.getString("detail")))
                .toList());
        item.policyVersion = row.getLong("policy_version");
        item.priority = row.getDouble("priority");
        item.requiredApprovals = row.getInteger("required_approvals");
        item.due = required(row, "due_time");
        item.expiryPolicy = ExpiryPolicy.valueOf(row.getString("expiry_policy"));
        item.seenShare = row.getDouble("seen_share");
    }

    private static ExtrasColumns extras(Row row) {
        var extras = new ExtrasColumns();
        extras.agent = row.getString("agent");
        extras.segmentId = row.getString("segment_id");
        extras.model = row.getString("model");
        extras.confidence = row.getDouble("confidence");
        extras.outcomeDetail = row.getString("outcome_detail");
        extras.sampled = row.getBoolean("sampled");
        extras.wouldPass = row.getBoolean("would_pass");
        extras.planted = row.getBoolean("planted");
        extras.calibrated = row.getDouble("calibrated");
        extras.calibrationVersion = row.getLong("calibration_version");
        extras.findings = row.getString("findings");
        return extras;
    }

    private static Instant required(Row row, String column) {
        return Objects.requireNonNull(instant(row, column));
    }

    static @Nullable Instant instant(Row row, String column) {
        var time = row.get(OffsetDateTime.class, column);
        return time == null ? null : time.toInstant();
    }
}
