package io.outrider.review.queue;

import io.outrider.review.catalogue.Reversibility;
import io.outrider.review.policy.BlastRadius;
import io.outrider.review.policy.ExpiryPolicy;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Reason;
import io.outrider.review.policy.Wording;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "item")
@SuppressWarnings("NullAway.Init")
class ItemRow {

    @EmbeddedId
    ItemKey key;

    int version;

    @Enumerated(EnumType.STRING)
    ItemState state;

    @Column(name = "run_id")
    String runId;

    @Column(name = "proposal_key")
    String proposalKey;

    @Column(name = "action_type")
    String actionType;

    String domain;

    @Column(name = "playbook_id")
    String playbookId;

    String author;

    @Column(name = "payload_sha256")
    String payloadSha256;

    byte[] summary;

    @Enumerated(EnumType.STRING)
    Gate gate;

    @Enumerated(EnumType.STRING)
    @Column(name = "blast_radius")
    BlastRadius blastRadius;

    @Enumerated(EnumType.STRING)
    Reversibility reversibility;

    @JdbcTypeCode(SqlTypes.JSON)
    Trail reasons;

    @Column(name = "policy_version")
    long policyVersion;

    double priority;

    @Nullable
    String assignee;

    @Column(name = "claim_expire_time")
    @Nullable
    Instant claimExpires;

    @Column(name = "required_approvals")
    int requiredApprovals;

    @Column(name = "lint_errors")
    int lintErrors;

    int unsupported;

    @Column(name = "create_time")
    Instant created;

    @Column(name = "due_time")
    Instant due;

    @Enumerated(EnumType.STRING)
    @Column(name = "expiry_policy")
    ExpiryPolicy expiryPolicy;

    @Column(name = "seen_share")
    double seenShare;

    @Column(name = "refusal_code")
    @Nullable
    String refusalCode;

    @Column(name = "refusal_message")
    @Nullable
    String refusalMessage;

    @Column(name = "grant_id")
    @Nullable
    String grantId;

    @Column(name = "grant_jws")
    @Nullable
    String grantJws;

    @Column(name = "grant_expire_time")
    @Nullable
    Instant grantExpires;

    @Embedded
    ExtrasColumns extras;

    static ItemRow of(Item item) {
        var row = new ItemRow();
        row.key = new ItemKey(item.workspace(), item.id());
        row.runId = item.origin().runId();
        row.proposalKey = item.origin().key();
        row.actionType = item.origin().actionType();
        row.domain = item.origin().domain();
        row.playbookId = item.origin().playbookId();
        row.author = item.origin().author();
        row.created = item.created();
        return row.take(item);
    }

    /** Takes over all that may change. */
    ItemRow take(Item item) {
        version = item.version();
        state = item.state();
        payloadSha256 = item.payloadSha256();
        summary = item.summary();
        takeGating(item.gating());
        lintErrors = item.wording().errors();
        unsupported = item.wording().unsupported();
        assignee = item.claim() == null ? null : item.claim().by();
        claimExpires = item.claim() == null ? null : item.claim().until();
        takeAnswer(item.answer());
        extras = ExtrasColumns.of(item.extras());
        return this;
    }

    private void takeGating(Gating gating) {
        gate = gating.gate();
        blastRadius = gating.blastRadius();
        reversibility = gating.reversibility();
        reasons = new Trail(gating.reasons());
        policyVersion = gating.policyVersion();
        requiredApprovals = gating.requiredApprovals();
        expiryPolicy = gating.expiryPolicy();
        priority = gating.priority();
        due = gating.due();
        seenShare = gating.seenShare();
    }

    private void takeAnswer(Answer answer) {
        switch (answer) {
            case Answer.Granted granted -> {
                grantId = granted.grantId();
                grantJws = granted.jws();
                grantExpires = granted.expires();
            }
            case Answer.Refused refused -> {
                refusalCode = refused.code();
                refusalMessage = refused.message();
            }
            case Answer.Waiting ignored -> {}
        }
    }

    Item toDomain(List<Decision> decisions) {
        return new Item(
                key.workspace(),
                key.id(),
                version,
                state,
                new Origin(runId, proposalKey, actionType, domain, playbookId, author),
                payloadSha256,
                new Gating(
                        gate,
                        blastRadius,
                        reversibility,
                        reasons.rules(),
                        policyVersion,
                        requiredApprovals,
                        expiryPolicy,
                        priority,
                        due,
                        seenShare),
                new Wording(lintErrors, unsupported),
                assignee == null || claimExpires == null ? null : new Claim(assignee, claimExpires),
                answer(),
                created,
                summary,
                decisions,
                extras.toDomain(key.id()));
    }

    /** Hibernate Reactive reads JSON objects only, no arrays. */
    record Trail(List<Reason> rules) {}

    private Answer answer() {
        if (grantId != null) {
            return new Answer.Granted(
                    grantId, Objects.requireNonNull(grantJws), payloadSha256, Objects.requireNonNull(grantExpires));
        }
        return refusalCode == null
                ? new Answer.Waiting()
                : new Answer.Refused(refusalCode, String.valueOf(refusalMessage));
    }
}
