package io.outrider.review.wire;

import com.google.protobuf.Duration;
import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.Batch;
import io.outrider.review.queue.Candidate;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.ItemFilter;
import io.outrider.review.queue.ItemState;
import io.outrider.review.queue.Origin;
import io.outrider.review.queue.Payload;
import io.outrider.review.queue.RejectReason;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ProposeActionRequest;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests of the review service, checked and brought into the domain. */
public final class ReviewRequests {

    private static final int MOST_PROPOSALS = 20;
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
        return new Batch(workspace, request.getRequestId(), Sha256.hex(request.toByteArray()), runId, candidates);
    }

    private static Candidate candidate(Proposal proposal, String at) {
        matches(KEY, proposal.getKey(), at + "key");
        matches(KEY, proposal.getOrigin().getRunId(), at + "origin.run_id");
        matches(DOMAIN, proposal.getAccount().getDomain(), at + "account.domain");
        Check.notBlank(proposal.getActionType(), at + "action_type");
        Check.notBlank(proposal.getOrigin().getAuthor(), at + "origin.author");
        var confidence = proposal.getConfidence().getValue();
        Check.that(confidence >= 0 && confidence <= 1, at + "confidence.value", "must be 0 to 1");
        var payload = Payload.parse(proposal.getPayload().toByteArray(), at + "payload");
        return new Candidate(
                new Origin(
                        proposal.getOrigin().getRunId(),
                        proposal.getKey(),
                        proposal.getActionType(),
                        proposal.getAccount().getDomain(),
                        proposal.getOrigin().getPlaybookId(),
                        proposal.getOrigin().getAuthor()),
                Proposals.proposed(proposal, payload),
                payload,
                proposal.toByteArray(),
                Proposals.summary(proposal).toByteArray());
    }

    public static Ballot toBallot(String by, DecideReviewItemRequest request) {
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

    public static ItemFilter toFilter(ListReviewItemsRequest request) {
        return new ItemFilter(
                request.getStatesList().stream()
                        .map(state -> Enums.toDomain(ItemState.class, "ITEM_STATE_", state, "states"))
                        .collect(Collectors.toSet()),
                request.getActionType(),
                request.getRunId(),
                request.getDomain(),
                request.getPlaybookId());
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
