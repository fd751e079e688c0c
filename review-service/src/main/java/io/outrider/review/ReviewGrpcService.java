package io.outrider.review;

import io.outrider.kit.id.BodyHash;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.feed.Cursor;
import io.outrider.review.feed.DecisionStream;
import io.outrider.review.queue.CheckGrants;
import io.outrider.review.queue.ClaimItem;
import io.outrider.review.queue.CountQueue;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.OpenItem;
import io.outrider.review.queue.ProposeActions;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadItems.Listing;
import io.outrider.review.queue.ReportOutcome;
import io.outrider.review.queue.ReviseItem;
import io.outrider.review.queue.RevokeGrant;
import io.outrider.review.queue.UndoDecision;
import io.outrider.review.queue.WithdrawItems;
import io.outrider.review.v1.CheckGrantsRequest;
import io.outrider.review.v1.CheckGrantsResponse;
import io.outrider.review.v1.ClaimReviewItemRequest;
import io.outrider.review.v1.ClaimReviewItemResponse;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.GetQueueCountsRequest;
import io.outrider.review.v1.GetQueueCountsResponse;
import io.outrider.review.v1.GetReviewItemRequest;
import io.outrider.review.v1.GetReviewItemResponse;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.ListReviewItemsResponse;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.v1.ProposeActionResponse;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.RecordOpenedResponse;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.ReportOutcomeResponse;
import io.outrider.review.v1.ReviewService;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.ReviseProposalResponse;
import io.outrider.review.v1.RevokeGrantRequest;
import io.outrider.review.v1.RevokeGrantResponse;
import io.outrider.review.v1.UndoDecisionRequest;
import io.outrider.review.v1.UndoDecisionResponse;
import io.outrider.review.v1.WatchDecisionsRequest;
import io.outrider.review.v1.WatchDecisionsResponse;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.outrider.review.v1.WithdrawProposalsResponse;
import io.outrider.review.wire.Announcements;
import io.outrider.review.wire.GrantAnswers;
import io.outrider.review.wire.ItemExtras;
import io.outrider.review.wire.ReviewAnswers;
import io.outrider.review.wire.ReviewRequests;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Translates between the wire and the queue. Holds no rules of its own. */
@GrpcService
class ReviewGrpcService implements ReviewService {

    private final ProposeActions proposeActions;
    private final DecideItem decideItem;
    private final ClaimItem claimItem;
    private final ReadItems readItems;
    private final WithdrawItems withdrawItems;
    private final ReviseItem reviseItem;
    private final CheckGrants checkGrants;
    private final RevokeGrant revokeGrant;
    private final CountQueue countQueue;
    private final OpenItem openItem;
    private final ReportOutcome reportOutcome;
    private final UndoDecision undoDecision;
    private final DecisionStream decisions;
    private final Clock clock;

    ReviewGrpcService(
            ProposeActions proposeActions,
            DecideItem decideItem,
            ClaimItem claimItem,
            ReadItems readItems,
            WithdrawItems withdrawItems,
            ReviseItem reviseItem,
            CheckGrants checkGrants,
            RevokeGrant revokeGrant,
            CountQueue countQueue,
            OpenItem openItem,
            ReportOutcome reportOutcome,
            UndoDecision undoDecision,
            DecisionStream decisions,
            Clock clock) {
        this.proposeActions = proposeActions;
        this.decideItem = decideItem;
        this.claimItem = claimItem;
        this.readItems = readItems;
        this.withdrawItems = withdrawItems;
        this.reviseItem = reviseItem;
        this.checkGrants = checkGrants;
        this.revokeGrant = revokeGrant;
        this.countQueue = countQueue;
        this.openItem = openItem;
        this.reportOutcome = reportOutcome;
        this.undoDecision = undoDecision;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public Uni<ProposeActionResponse> proposeAction(ProposeActionRequest request) {
        var batch = ReviewRequests.toBatch(Workspace.ofCaller(), request);
        return proposeActions.run(batch).map(ReviewAnswers::outcomes);
    }

    @Override
    public Uni<GetReviewItemResponse> getReviewItem(GetReviewItemRequest request) {
        return readItems
                .one(Workspace.ofCaller(), request.getItemId())
                .map(whole -> GetReviewItemResponse.newBuilder()
                        .setItem(ReviewAnswers.whole(whole.item(), whole.document(), clock.instant()))
                        .build());
    }

    @Override
    public Uni<ListReviewItemsResponse> listReviewItems(ListReviewItemsRequest request) {
        var size = PageSize.of(request.getPageSize());
        return readItems
                .page(Workspace.ofCaller(), ReviewRequests.toFilter(request), size, request.getPageToken())
                .map(this::toWire);
    }

    @Override
    public Uni<ClaimReviewItemResponse> claimReviewItem(ClaimReviewItemRequest request) {
        var lease = ReviewRequests.toDuration(request.getLease(), "lease");
        return claimItem
                .run(Workspace.ofCaller(), request.getItemId(), Caller.current().subject(), lease)
                .map(item -> ClaimReviewItemResponse.newBuilder()
                        .setItem(ReviewAnswers.listed(item, clock.instant()))
                        .build());
    }

    @Override
    public Uni<DecideReviewItemResponse> decideReviewItem(DecideReviewItemRequest request) {
        var ballot = ReviewRequests.toBallot(Caller.current().subject(), request);
        return decideItem
                .run(
                        Workspace.ofCaller(),
                        request.getRequestId(),
                        BodyHash.hex(request, Caller.current().subject()),
                        ballot,
                        Manner.held(ReviewRequests.toDuration(request.getHold(), "hold")))
                .map(item -> ReviewAnswers.decided(item, clock.instant()));
    }

    @Override
    public Multi<WatchDecisionsResponse> watchDecisions(WatchDecisionsRequest request) {
        return decisions
                .after(Cursor.parse(request.getAfterCursor()), Caller.current().workspace())
                .map(Announcements::toWire);
    }

    @Override
    public Uni<WithdrawProposalsResponse> withdrawProposals(WithdrawProposalsRequest request) {
        return withdrawItems
                .run(ReviewRequests.toWithdrawal(Workspace.ofCaller(), request))
                .map(withdrawn -> WithdrawProposalsResponse.newBuilder()
                        .addAllSupersededItemIds(withdrawn.items())
                        .addAllRevokedGrantIds(withdrawn.grants())
                        .build());
    }

    @Override
    public Uni<ReviseProposalResponse> reviseProposal(ReviseProposalRequest request) {
        return reviseItem
                .run(ReviewRequests.toRevision(Workspace.ofCaller(), request))
                .map(ReviewAnswers::revised);
    }

    @Override
    public Uni<CheckGrantsResponse> checkGrants(CheckGrantsRequest request) {
        var ids = ReviewRequests.toGrantIds(request);
        return checkGrants.run(Workspace.ofCaller(), ids).map(statuses -> GrantAnswers.checks(ids, statuses));
    }

    @Override
    public Uni<RevokeGrantResponse> revokeGrant(RevokeGrantRequest request) {
        return revokeGrant
                .run(ReviewRequests.toRevocation(
                        Workspace.ofCaller(), Caller.current().subject(), request))
                .map(GrantAnswers::revoked);
    }

    private ListReviewItemsResponse toWire(Listing listing) {
        var now = clock.instant();
        return ListReviewItemsResponse.newBuilder()
                .addAllItems(listing.page().rows().stream()
                        .map(item -> ReviewAnswers.listed(item, now))
                        .toList())
                .setNextPageToken(listing.page().nextToken())
                .setOpenCount(listing.open())
                .build();
    }

    @Override
    public Uni<UndoDecisionResponse> undoDecision(UndoDecisionRequest request) {
        return undoDecision
                .run(new UndoDecision.Wish(
                        Workspace.ofCaller(),
                        request.getRequestId(),
                        BodyHash.hex(request, Caller.current().subject()),
                        request.getItemId(),
                        Caller.current().subject()))
                .map(item -> UndoDecisionResponse.newBuilder()
                        .setItem(ReviewAnswers.listed(item, clock.instant()))
                        .build());
    }

    @Override
    public Uni<RecordOpenedResponse> recordOpened(RecordOpenedRequest request) {
        return openItem.run(
                        Workspace.ofCaller(),
                        request.getItemId(),
                        request.getVersion(),
                        Caller.current().subject())
                .map(opened -> RecordOpenedResponse.newBuilder()
                        .setOpenTime(Timestamps.toWire(opened.since()))
                        .setTakeABreak(opened.takeABreak())
                        .build());
    }

    @Override
    public Uni<GetQueueCountsResponse> getQueueCounts(GetQueueCountsRequest request) {
        return countQueue.run(Workspace.ofCaller()).map(ItemExtras::counts);
    }

    @Override
    public Uni<ReportOutcomeResponse> reportOutcome(ReportOutcomeRequest request) {
        return reportOutcome
                .run(ReviewRequests.toOutcome(
                        Workspace.ofCaller(), Caller.current().subject(), request))
                .map(item -> ReportOutcomeResponse.newBuilder()
                        .setItem(ReviewAnswers.listed(item, clock.instant()))
                        .build());
    }
}
