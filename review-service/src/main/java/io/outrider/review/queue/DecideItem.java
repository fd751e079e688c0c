package io.outrider.review.queue;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.feed.DecisionFeed;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.Announcer.Ending;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Use case: one reviewer decides one item. Decision, grant, announcement and audit entry are one transaction. */
@ApplicationScoped
public class DecideItem {

    private static final int ATTEMPTS = 3;

    private final ItemRows items;
    private final Approval approval;
    private final DecisionFeed feed;
    private final Announcer announcer;
    private final AuditTrail audit;
    private final Documents documents;
    private final Clock clock;

    DecideItem(
            ItemRows items,
            Approval approval,
            DecisionFeed feed,
            Announcer announcer,
            AuditTrail audit,
            Documents documents,
            Clock clock) {
        this.items = items;
        this.approval = approval;
        this.feed = feed;
        this.announcer = announcer;
        this.audit = audit;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public Uni<Item> run(String workspace, String requestId, String bodySha256, Ballot ballot) {
        Deciding.checkForm(ballot);
        return attempt(new Request(workspace, requestId, bodySha256, ballot), ATTEMPTS);
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
        var itemId = request.ballot().itemId();
        if (opening.policyVersion() == 0) {
            return Uni.createFrom().failure(new NotFound("review item", itemId));
        }
        var now = Moment.now(clock);
        return items.lock(request.workspace(), itemId)
                .chain(item -> items.document(item)
                        .map(document -> Draft.of(documents, item, document, request.ballot(), now))
                        .chain(draft -> approval.grant(draft, opening.policyVersion(), now))
                        .chain(draft -> store(request, item, draft, opening.policyVersion(), now)));
    }

    private Uni<Item> store(Request request, Item before, Draft draft, long policyVersion, Instant now) {
        var item = draft.item();
        var ballot = request.ballot();
        var granted = item.answer() instanceof Answer.Granted
                ? Map.of(item.origin().actionType(), 1L)
                : Map.<String, Long>of();
        return items.update(item, List.of(item.decisions().getLast()))
                .chain(() -> draft.edited()
                        ? items.addVersion(item, draft.document(), ballot.by(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> item.state().open() ? Uni.createFrom().voidItem() : announce(draft, ballot, now))
                .chain(() -> Requests.remember(request.workspace(), request.requestId(), request.bodySha256(), now))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> audit.append(item.workspace(), List.of(entry(before, item, ballot, now)), granted, now))
                .invoke(held -> Retry.unlessStill(policyVersion, held))
                .replaceWith(item);
    }

    private Uni<Void> announce(Draft draft, Ballot ballot, Instant now) {
        var item = draft.item();
        var payload = item.state() == ItemState.EDITED ? documents.payload(draft.document()) : new byte[0];
        var ending = new Ending(ballot.by(), now, item.decisions().getLast().reason(), ballot.comment(), payload);
        return feed.add(item.workspace(), item.id(), announcer.announce(item, ending));
    }

    private Entry entry(Item before, Item after, Ballot ballot, Instant now) {
        return audit.entry(
                now,
                Entry.Kind.DECIDED,
                ballot.by(),
                after.id(),
                Map.of(
                        "type", ballot.type(),
                        "state", after.state(),
                        "version", before.version(),
                        "payload_sha256", before.payloadSha256(),
                        "granted_sha256", after.payloadSha256(),
                        "reason", ballot.reason() == null ? "" : ballot.reason().name(),
                        "comment", ballot.comment(),
                        "overrode_lint", after.decisions().getLast().overrodeLint(),
                        "policy_version", after.gating().policyVersion(),
                        "grant", after.answer() instanceof Answer.Granted granted ? granted.grantId() : ""));
    }

    private record Request(String workspace, String requestId, String bodySha256, Ballot ballot) {}
}
