package io.outrider.review.queue;

import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.id.Ids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Moment;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.ItemRows.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Use case: puts the proposals of one request through the gate, all in one transaction, and remembers what became of them. Nearly all go
 * with others, see {@link AdmitTogether}; what cannot goes alone, as is written here.
 */
@ApplicationScoped
public class ProposeActions {

    /** A policy that changes meanwhile, or a racing equal request, makes another attempt needed. */
    private static final int ATTEMPTS = 4;

    private final AdmitTogether together;
    private final ItemRows items;
    private final Policies policies;
    private final AuditTrail audit;
    private final Trusts trusts;
    private final Tracks tracks;
    private final Planting planting;
    private final GrantSigner signer;
    private final Clock clock;
    private final Gatekeeper gatekeeper = new Gatekeeper();

    ProposeActions(
            AdmitTogether together,
            ItemRows items,
            Policies policies,
            AuditTrail audit,
            Trusts trusts,
            Tracks tracks,
            Planting planting,
            GrantSigner signer,
            Clock clock) {
        this.together = together;
        this.trusts = trusts;
        this.tracks = tracks;
        this.planting = planting;
        this.items = items;
        this.policies = policies;
        this.audit = audit;
        this.signer = signer;
        this.clock = clock;
    }

    /** @return the item of each proposal, in the request's order */
    public Uni<List<Item>> run(Batch batch) {
        return together.run(batch)
                .chain(done ->
                        done.map(items -> Uni.createFrom().item(items)).orElseGet(() -> attempt(batch, ATTEMPTS)));
    }

    private Uni<List<Item>> attempt(Batch batch, int left) {
        return Panache.withTransaction(() -> decide(batch))
                .onFailure(failure -> left > 1 && Retry.worthIt(failure))
                .recoverWithUni(failure -> prepared(batch, failure).chain(() -> attempt(batch, left - 1)));
    }

    private Uni<?> prepared(Batch batch, Throwable failure) {
        return failure instanceof Retry.NewWorkspace
                ? policies.newest(batch.workspace())
                : Uni.createFrom().nullItem();
    }

    private Uni<List<Item>> decide(Batch batch) {
        return ItemRows.opening(batch.workspace(), batch.requestId()).chain(opening -> {
            if (opening.policyVersion() == 0) {
                return Uni.createFrom().failure(new Retry.NewWorkspace());
            }
            if (!opening.bodySha256().isEmpty()) {
                return replay(batch, opening);
            }
            return known(batch, LockModeType.PESSIMISTIC_WRITE).chain(known -> gate(batch, opening, known));
        });
    }

    private Uni<List<Item>> replay(Batch batch, Opening opening) {
        if (!opening.bodySha256().equals(batch.bodySha256())) {
            return Uni.createFrom().failure(new RequestIdReused(batch.requestId()));
        }
        return known(batch, LockModeType.NONE)
                .map(known -> batch.keys().stream().map(known::get).toList());
    }

    private Uni<Map<String, Item>> known(Batch batch, LockModeType lock) {
        return items.ofRun(batch.workspace(), batch.runId(), batch.keys(), lock)
                .map(all -> all.stream()
                        .collect(Collectors.toMap(item -> item.origin().key(), Function.identity())));
    }

    private Uni<List<Item>> gate(Batch batch, Opening opening, Map<String, Item> known) {
        var now = Moment.now(clock);
        var types =
                batch.candidates().stream().map(c -> c.origin().actionType()).toList();
        return policies.version(batch.workspace(), opening.policyVersion())
                .chain(policy -> GrantCounts.today(batch.workspace(), policy, types, now)
                        .chain(counts -> trusts.of(batch.workspace(), policy, batch.candidates())
                                .map(trust ->
                                        new Intake(gatekeeper, signer, policy, batch.workspace(), now, counts, trust)))
                        .chain(intake -> store(batch, intake, policy, known, now)));
    }

    private Uni<List<Item>> store(Batch batch, Intake intake, Policy policy, Map<String, Item> known, Instant now) {
        var answer = new ArrayList<Item>();
        var fresh = new ArrayList<Item>();
        var documents = new ArrayList<byte[]>();
        var redrafts = new ArrayList<Redraft>();
        var waiting = new ArrayList<Candidate>();
        for (var candidate : batch.candidates()) {
            var before = known.get(candidate.origin().key());
            if (before == null) {
                var item = intake.admit(candidate, Ids.next("itm"));
                fresh.add(item);
                documents.add(candidate.document());
                answer.add(item);
                if (item.state() == ItemState.PENDING) {
                    waiting.add(candidate);
                }
            } else if (Redraft.isOne(before, candidate)) {
                var item = intake.admitAgain(candidate, before);
                redrafts.add(new Redraft(item, candidate));
                answer.add(item);
            } else {
                answer.add(before);
            }
        }
        var changed = new ArrayList<>(
                answer.stream().filter(item -> !known.containsValue(item)).toList());
        return items.insert(fresh, documents)
                .chain(() -> Redraft.storeAll(items, redrafts, now))
                .chain(() -> planting.beside(waiting, intake, policy, batch.workspace(), now))
                .invoke(changed::addAll)
                .chain(() -> Requests.remember(batch.workspace(), batch.requestId(), batch.bodySha256(), now))
                .chain(() -> tracks.passedAlone(batch.workspace(), intake.passedAlone()))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> audit.append(
                        batch.workspace(),
                        changed.stream()
                                .map(item -> Proposing.entry(audit, item, policy, now))
                                .toList(),
                        intake.grantedNow(),
                        now))
                .invoke(held -> Retry.unlessStill(policy.version(), held))
                .replaceWith(answer);
    }
}
