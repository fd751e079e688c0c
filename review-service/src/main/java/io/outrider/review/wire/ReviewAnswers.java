package io.outrider.review.wire;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.queue.Answer;
import io.outrider.review.queue.Decision;
import io.outrider.review.queue.Item;
import io.outrider.review.v1.BlastRadius;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ExpiryPolicy;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.Grant;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Pending;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ProposalOutcome;
import io.outrider.review.v1.ProposeActionResponse;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.Refusal;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.Reversibility;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviseProposalResponse;
import java.time.Instant;
import java.util.List;

/** Answers of the review service, on the wire. */
public final class ReviewAnswers {

    private ReviewAnswers() {}

    public static ProposeActionResponse outcomes(List<Item> items) {
        return ProposeActionResponse.newBuilder()
                .addAllOutcomes(items.stream().map(ReviewAnswers::outcome).toList())
                .build();
    }

    public static ReviseProposalResponse revised(Item item) {
        return ReviseProposalResponse.newBuilder()
                .setOutcome(outcome(item))
                .setVersion(item.version())
                .build();
    }

    /** What the version was asked to change: the last thing that was said when the one before was sent back. */
    private static String instruction(Item item) {
        return item.decisions().stream()
                .filter(d -> d.type() == io.outrider.review.queue.DecisionType.RESPOND && d.version() < item.version())
                .reduce((earlier, later) -> later)
                .map(Decision::comment)
                .orElse("");
    }

    private static ProposalOutcome outcome(Item item) {
        var outcome = ProposalOutcome.newBuilder()
                .setProposalKey(item.origin().key())
                .setItemId(item.id())
                .addAllReasons(reasons(item))
                .setPolicyVersion(item.gating().policyVersion());
        switch (item.answer()) {
            case Answer.Granted granted
            when item.state() == io.outrider.review.queue.ItemState.AUTO_GRANTED -> outcome.setGranted(grant(granted));
            case Answer.Refused refused ->
                outcome.setRefused(Refusal.newBuilder().setCode(refused.code()).setMessage(refused.message()));
            case Answer.Granted ignored -> outcome.setPending(pending(item));
            case Answer.Waiting ignored -> outcome.setPending(pending(item));
        }
        return outcome.build();
    }

    private static Pending pending(Item item) {
        return Pending.newBuilder()
                .setGate(Enums.toWire(Gate.class, "GATE_", item.gating().gate()))
                .setDueTime(Timestamps.toWire(item.gating().due()))
                .build();
    }

    static Grant grant(Answer.Granted granted) {
        return Grant.newBuilder()
                .setId(granted.grantId())
                .setJws(granted.jws())
                .setPayloadSha256(granted.payloadSha256())
                .setExpireTime(Timestamps.toWire(granted.expires()))
                .build();
    }

    public static DecideReviewItemResponse decided(Item item, Instant now) {
        var response = DecideReviewItemResponse.newBuilder().setItem(listed(item, now));
        if (item.answer() instanceof Answer.Granted granted) {
            response.setGrant(grant(granted));
        }
        return response.build();
    }

    /** Without payload and evidence. */
    public static ReviewItem listed(Item item, Instant now) {
        return item(item, Proposals.parse(item.summary()), now);
    }

    /** @param document the whole proposal */
    public static ReviewItem whole(Item item, byte[] document, Instant now) {
        return item(item, Proposals.parse(document), now);
    }

    private static ReviewItem item(Item item, Proposal proposal, Instant now) {
        var gating = item.gating();
        var builder = ReviewItem.newBuilder()
                .setId(item.id())
                .setVersion(item.version())
                .setState(Enums.toWire(ItemState.class, "ITEM_STATE_", item.stateAt(now)))
                .setProposal(proposal)
                .setPayloadSha256(item.payloadSha256())
                .setGate(Enums.toWire(Gate.class, "GATE_", gating.gate()))
                .setBlastRadius(Enums.toWire(BlastRadius.class, "BLAST_RADIUS_", gating.blastRadius()))
                .setReversibility(Enums.toWire(Reversibility.class, "REVERSIBILITY_", gating.reversibility()))
                .addAllReasons(reasons(item))
                .setPolicyVersion(gating.policyVersion())
                .setPriority(gating.priority())
                .setRequiredApprovals(gating.requiredApprovals())
                .setCreateTime(Timestamps.toWire(item.created()))
                .setDueTime(Timestamps.toWire(gating.due()))
                .setInstruction(instruction(item))
                .setExpiryPolicy(Enums.toWire(ExpiryPolicy.class, "EXPIRY_POLICY_", gating.expiryPolicy()))
                .addAllDecisions(
                        item.decisions().stream().map(ReviewAnswers::decision).toList());
        var claim = item.claim();
        if (claim != null && now.isBefore(claim.until())) {
            builder.setAssignee(claim.by()).setClaimExpireTime(Timestamps.toWire(claim.until()));
        }
        ItemExtras.add(item, builder);
        return builder.build();
    }

    private static List<Reason> reasons(Item item) {
        return item.gating().reasons().stream()
                .map(reason -> Reason.newBuilder()
                        .setRule(reason.rule())
                        .setDetail(reason.detail())
                        .build())
                .toList();
    }

    static io.outrider.review.v1.Decision decision(Decision decision) {
        var builder = io.outrider.review.v1.Decision.newBuilder()
                .setDecidedBy(decision.by())
                .setDecideTime(Timestamps.toWire(decision.time()))
                .setType(Enums.toWire(DecisionType.class, "DECISION_TYPE_", decision.type()))
                .setVersion(decision.version())
                .setPayloadSha256(decision.payloadSha256())
                .setComment(decision.comment())
                .setOverrodeLint(decision.overrodeLint())
                .setTimeOnItemMs(decision.timeOnItemMillis())
                .setBatchId(decision.batchId());
        if (decision.reason() != null) {
            builder.setReason(Enums.toWire(RejectReason.class, "REJECT_REASON_", decision.reason()));
        }
        return builder.build();
    }
}
