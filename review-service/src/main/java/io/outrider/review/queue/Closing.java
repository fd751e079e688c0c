package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.policy.Policies;
import io.outrider.review.queue.Announcer.Ending;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down a decision that takes effect: item, new version, announcement, audit entry. Within the caller's transaction. */
@ApplicationScoped
class Closing {

    private final ItemRows items;
    private final Telling telling;
    private final AuditTrail audit;
    private final Documents documents;
    private final Policies policies;
    private final Tracks tracks;

    Closing(ItemRows items, Telling telling, AuditTrail audit, Documents documents, Policies policies, Tracks tracks) {
        this.policies = policies;
        this.tracks = tracks;
        this.items = items;
        this.telling = telling;
        this.audit = audit;
        this.documents = documents;
    }

    /** @return the policy version that holds */
    Uni<Long> store(Item before, Draft draft, Ballot ballot, Entry.Kind kind, long policyVersion, Instant now) {
        var item = draft.item();
        var granted = item.answer() instanceof Answer.Granted
                ? Map.of(item.origin().actionType(), 1L)
                : Map.<String, Long>of();
        return items.update(item, List.of(item.decisions().getLast()))
                .chain(() -> draft.edited()
                        ? items.addVersion(item, draft.document(), ballot.by(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> item.state().open() ? Uni.createFrom().voidItem() : announce(draft, ballot, now))
                .chain(() -> Labels.note(item, draft.material()))
                .chain(label -> label.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : policies.version(item.workspace(), policyVersion)
                                .chain(policy -> tracks.label(item, label.get(), policy, now)))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() ->
                        audit.append(item.workspace(), List.of(entry(kind, before, item, ballot, now)), granted, now));
    }

    /** Writes down that a decision is held, was taken back, or could not be released. */
    Uni<Long> note(Item after, Ballot ballot, Entry.Kind kind, Map<String, ?> detail, Instant now) {
        var all = new HashMap<String, Object>(
                Map.of("type", ballot.type(), "state", after.state(), "version", ballot.version()));
        all.put("payload_sha256", ballot.payloadSha256());
        all.putAll(detail);
        return items.update(after, List.of())
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() ->
                        audit.append(after.workspace(), List.of(audit.entry(now, kind, ballot.by(), after.id(), all))));
    }

    private Uni<Void> announce(Draft draft, Ballot ballot, Instant now) {
        return telling.tell(draft.item(), ending(draft, ballot, now));
    }

    /** What those who wait are told; empty where the item is still open, and of a planted one. */
    Optional<byte[]> announcement(Draft draft, Ballot ballot, Instant now) {
        return draft.item().state().open() ? Optional.empty() : telling.words(draft.item(), ending(draft, ballot, now));
    }

    private Ending ending(Draft draft, Ballot ballot, Instant now) {
        var item = draft.item();
        var payload = item.state() == ItemState.EDITED ? documents.payload(draft.document()) : new byte[0];
        return new Ending(ballot.by(), now, item.decisions().getLast().reason(), ballot.comment(), payload);
    }

    Entry entry(Entry.Kind kind, Item before, Item after, Ballot ballot, Instant now) {
        var detail = new HashMap<String, Object>(Map.of(
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
        detail.put("batch", after.decisions().getLast().batchId());
        if (after.extras().planted() && !after.state().open()) {
            detail.put("planted", true);
        }
        return audit.entry(now, kind, ballot.by(), after.id(), detail);
    }
}
