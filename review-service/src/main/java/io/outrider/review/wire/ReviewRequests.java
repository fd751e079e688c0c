package io.outrider.review.wire;

import com.google.protobuf.Duration;
import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.BodyHash;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.Batch;
import io.outrider.review.queue.Candidate;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.EffectOutcome;
import io.outrider.review.queue.ItemFilter;
import io.outrider.review.queue.ItemState;
import io.outrider.review.queue.Lane;
import io.outrider.review.queue.Origin;
import io.outrider.review.queue.Payload;
import io.outrider.review.queue.RejectReason;
import io.outrider.review.queue.ReportOutcome;
import io.outrider.review.queue.ReviseItem;
import io.outrider.review.queue.RevokeGrant;
import io.outrider.review.queue.WithdrawItems;
import io.outrider.review.v1.CheckGrantsRequest;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.RevokeGrantRequest;
import io.outrider.review.v1.WithdrawProposalsRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests of the review service, checked and brought into the domain. */
public final class ReviewRequests {

    private static final int MOST_PROPOSALS = 20;
    private static final int MOST_GRANTS = 1_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_INSTRUCTION = 4_000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,128}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]{1,253}");

    private ReviewRequests() {}

    public static Batch toBatch(String workspace, ProposeActionRequest request) {
        Check.requestId(request.getRequestId());
        var proposals = request.getProposalsList();
        Check.between(proposals.size(), 1, MOST_PROPOSALS, "proposals");
        var runId = proposals.getFirst().getOrigin().getRunId();
        var keys = new HashSet<String>();
        var candidates = IntStream.range(0, proposals.size())
                .mapToObj(i -> {
                    var proposal = proposals.get(i);
                    var at = "proposals[" + i + "].";
                    Check.that(keys.add(proposal.getKey()), at + "key", "is there twice");
                    Check.that(
                            proposal.getOrigin().getRunId().equals(runId),
                            at + "origin.run_id",
                            "must be the same run");
                    return candidate(proposal, at);
                })
                .toList();
        return new Batch(workspace, request.getRequestId(), BodyHash.hex(Efforts.compared(request)), runId, candidates);
    }

    public static ReviseItem.Wish toRevision(String workspace, ReviseProposalRequest request) {
        Check.requestId(request.getRequestId());
        Check.notBlank(request.getItemId(), "item_id");
        Check.that(request.getVersion() > 0, "version", "must be at least 1");
        Check.atMost(request.getInstruction(), LONGEST_INSTRUCTION, "instruction");
        return new ReviseItem.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(Efforts.compared(request)),
                request.getItemId(),
                request.getVersion(),
                candidate(request.getProposal(), "proposal."));
    }

    public static WithdrawItems.Wish toWithdrawal(String workspace, WithdrawProposalsRequest request) {
        PlainText.check(request);
        Check.requestId(request.getRequestId());
        matches(KEY, request.getRunId(), "run_id");
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        return new WithdrawItems.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(request),
                request.getRunId(),
                request.getReason(),
                Set.copyOf(request.getUsedGrantIdsList()));
    }

    public static RevokeGrant.Wish toRevocation(String workspace, String by, RevokeGrantRequest request) {
        PlainText.check(request);
        Check.requestId(request.getRequestId());
        matches(KEY, request.getGrantId(), "grant_id");
        Check.notBlank(request.getReason(), "reason");
        Check.atMost(request.getReason(), LONGEST_REASON, "reason");
        return new RevokeGrant.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(request, by),
                request.getGrantId(),
                request.getReason(),
                by);
    }

    public static List<String> toGrantIds(CheckGrantsRequest request) {
        var ids = request.getGrantIdsList();
        Check.between(ids.size(), 1, MOST_GRANTS, "grant_ids");
        ids.forEach(id -> matches(KEY, id, "grant_ids"));
        return ids;
    }

    static Candidate candidate(Proposal proposal, String at) {
        matches(KEY, proposal.getKey(), at + "key");
        matches(KEY, proposal.getOrigin().getRunId(), at + "origin.run_id");
        matches(DOMAIN, proposal.getAccount().getDomain(), at + "account.domain");
        Check.notBlank(proposal.getActionType(), at + "action_type");
        Check.notBlank(proposal.getOrigin().getAuthor(), at + "origin.author");
        PlainText.check(proposal.getActionType(), at + "action_type");
        PlainText.check(at + "origin.", proposal.getOrigin());
        Efforts.check(proposal, at);
        var confidence = proposal.getConfidence().getValue();
        Check.that(confidence >= 0 && confidence <= 1, at + "confidence.value", "must be 0 to 1");
        var payload = Payload.parse(proposal.getPayload().toByteArray(), at + "payload");
        var proposed = Proposals.proposed(proposal, payload);
        return new Candidate(
                new Origin(
                        proposal.getOrigin().getRunId(),
                        proposal.getKey(),
                        proposal.getActionType(),
                        proposal.getAccount().getDomain(),
                        proposal.getOrigin().getPlaybookId(),
                        proposal.getOrigin().getAuthor()),
                proposed,
                payload,
                proposal.toByteArray(),
                Proposals.summary(proposal).toByteArray(),
                Findings.of(proposal, proposed.wording()));
    }

    public static Ballot toBallot(String by, DecideReviewItemRequest request) {
        PlainText.check(request);
        Check.requestId(request.getRequestId());
        Check.notBlank(request.getItemId(), "item_id");
        Check.that(request.getVersion() > 0, "version", "must be at least 1");
        Check.notBlank(request.getPayloadSha256(), "payload_sha256");
        var type = Enums.toDomain(DecisionType.class, "DECISION_TYPE_", request.getType(), "type");
        var payload = type == DecisionType.EDIT
                ? Payload.parse(request.getEditedPayload().toByteArray(), "edited_payload")
                : null;
        var reason = type == DecisionType.REJECT
                ? Enums.toDomain(RejectReason.class, "REJECT_REASON_", request.getReason(), "reason")
                : null;
        return new Ballot(
                request.getItemId(),
                request.getVersion(),
                request.getPayloadSha256(),
                type,
                payload,
                reason,
                request.getComment(),
                request.getOverrideLint(),
                by);
    }

    public static ReportOutcome.Wish toOutcome(String workspace, String by, ReportOutcomeRequest request) {
        PlainText.check(request);
        return new ReportOutcome.Wish(
                workspace,
                request.getRequestId(),
                BodyHash.hex(request, by),
                request.getItemId(),
                Enums.toDomain(EffectOutcome.class, "EFFECT_OUTCOME_", request.getOutcome(), "outcome"),
                request.getDetail(),
                by);
    }

    public static ItemFilter toFilter(ListReviewItemsRequest request) {
        PlainText.check(request);
        return new ItemFilter(
                request.getStatesList().stream()
                        .map(state -> Enums.toDomain(ItemState.class, "ITEM_STATE_", state, "states"))
                        .collect(Collectors.toSet()),
                request.getActionType(),
                request.getRunId(),
                request.getDomain(),
                request.getPlaybookId(),
                request.getSegmentId(),
                request.getLane() == io.outrider.review.v1.Lane.LANE_UNSPECIFIED
                        ? null
                        : Enums.toDomain(Lane.class, "LANE_", request.getLane(), "lane"),
                request.getAssignee(),
                request.getRule());
    }

    /** @throws InvalidField where the span is too long for any clock */
    public static java.time.Duration toDuration(Duration duration, String field) {
        try {
            return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
        } catch (ArithmeticException e) {
            throw new InvalidField(field, "is too long");
        }
    }

    private static void matches(Pattern pattern, String value, String field) {
        Check.that(pattern.matcher(value).matches(), field, "must match " + pattern.pattern());
    }
}
