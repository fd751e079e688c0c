package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Use case: one reviewer decides one item. Decision, grant, announcement and audit entry are one transaction; where the decision is
 * held, it is only written down, and {@link ReleaseHeld} does the rest. Most decisions that take effect at once go with others, see
 * {@link DecideTogether}; what cannot goes alone, as is written here.
 */
@ApplicationScoped
public class DecideItem {

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private final DecideTogether together;
    private final ItemRows items;
    private final Approval approval;
    private final Closing closing;
    private final Documents documents;
    private final Clock clock;

    DecideItem(
            DecideTogether together,
            ItemRows items,
            Approval approval,
            Closing closing,
            Documents documents,
            Clock clock) {
        this.together = together;
        this.items = items;
        this.approval = approval;
        this.closing = closing;
        this.documents = documents;
        this.clock = clock;
    }

    /** {@link #run(String, String, String, Ballot, Manner)}, at once and alone. */
    public Uni<Item> run(String workspace, String requestId, String bodySha256, Ballot ballot) {
        return run(workspace, requestId, bodySha256, ballot, Manner.AT_ONCE);
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public Uni<Item> run(String workspace, String requestId, String bodySha256, Ballot ballot, Manner manner) {
        Deciding.checkForm(ballot);
        Check.that(
                !manner.hold().isNegative() && manner.hold().compareTo(LONGEST_HOLD) <= 0,
                "hold",
                "must be 0 to 5 minutes");
        var request = new Request(workspace, requestId, bodySha256, ballot, manner);
        return together.run(request)
                .chain(done ->
                        done.map(item -> Uni.createFrom().item(item)).orElseGet(() -> attempt(request, ATTEMPTS)));
    }

    private Uni<Item> attempt(Request request, int left) {
        return Panache.withTransaction(() -> ItemRows.opening(request.workspace(), request.requestId())
                        .chain(opening ->
                                opening.bodySha256().isEmpty() ? decide(request, opening) : replay(request, opening)))
                .onFailure(failure -> left > 1 && Retry.worthIt(failure))
                .recoverWithUni(() -> attempt(request, left - 1));
    }

    private Uni<Item> replay(Request request, Opening opening) {
        return opening.bodySha256().equals(request.bodySha256())
                ? items.get(request.workspace(), request.ballot().itemId())
                : Uni.createFrom().failure(new RequestIdReused(request.requestId()));
    }

    private Uni<Item> decide(Request request, Opening opening) {
        var ballot = request.ballot();
        if (opening.policyVersion() == 0) {
            return Uni.createFrom().failure(new NotFound("review item", ballot.itemId()));
        }
        var now = Moment.now(clock);
        return items.lock(request.workspace(), ballot.itemId())
                .chain(item -> approval.underNow(item, opening.policyVersion()))
                .chain(item -> items.document(item)
                        .map(document -> Draft.of(documents, item, document, ballot, now))
                        .chain(draft -> Openings.millis(item, ballot.by(), now)
                                .map(millis ->
                                        draft.noted(millis, request.manner().batchId())))
                        .chain(draft -> draft.item().state().open()
                                        || request.manner().hold().isZero()
                                ? close(request, item, draft, opening.policyVersion(), now)
                                : hold(request, item, draft, opening.policyVersion(), now)));
    }

    private Uni<Item> close(Request request, Item before, Draft draft, long policyVersion, Instant now) {
        return approval.grant(draft, policyVersion, now)
                .chain(granted -> remember(request, now)
                        .chain(() -> closing.store(
                                before, granted, request.ballot(), Entry.Kind.DECIDED, policyVersion, now))
                        .invoke(held -> Retry.unlessStill(policyVersion, held))
                        .replaceWith(granted.item()));
    }

    /** What the policy refuses now is refused now; it is asked again at the release. */
    private Uni<Item> hold(Request request, Item before, Draft draft, long policyVersion, Instant now) {
        var manner = request.manner();
        var held =
                before.held(new Hold(request.ballot(), manner.batchId(), now, now.plus(manner.hold()), before.state()));
        var detail = Map.of(
                "release_time", now.plus(manner.hold()).toString(),
                "becomes", draft.item().state().name(),
                "batch", manner.batchId());
        return approval.check(draft, policyVersion, now)
                .chain(() -> remember(request, now))
                .chain(() -> closing.note(held, request.ballot(), Entry.Kind.DECIDED, detail, now))
                .invoke(still -> Retry.unlessStill(policyVersion, still))
                .replaceWith(held);
    }

    private static Uni<Void> remember(Request request, Instant now) {
        return Requests.remember(request.workspace(), request.requestId(), request.bodySha256(), now);
    }

    /**
     * How a decision is made.
     *
     * @param hold how long it can be taken back; zero for not at all
     * @param batchId empty where it is made alone
     */
    public record Manner(Duration hold, String batchId) {

        public static final Manner AT_ONCE = new Manner(Duration.ZERO, "");

        public static Manner held(Duration hold) {
            return new Manner(hold, "");
        }
    }

    record Request(String workspace, String requestId, String bodySha256, Ballot ballot, Manner manner) {}
}
