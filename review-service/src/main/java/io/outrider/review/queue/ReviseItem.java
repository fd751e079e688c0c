package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.Stale;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Moment;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Requests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: a draft that was sent back comes again, as the next version of its item, and waits for a person. */
@ApplicationScoped
public class ReviseItem {

    private static final int ATTEMPTS = 3;

    private final ItemRows items;
    private final Policies policies;
    private final AuditTrail audit;
    private final Trusts trusts;
    private final GrantSigner signer;
    private final Clock clock;
    private final Gatekeeper gatekeeper = new Gatekeeper();

    ReviseItem(ItemRows items, Policies policies, AuditTrail audit, Trusts trusts, GrantSigner signer, Clock clock) {
        this.trusts = trusts;
        this.items = items;
        this.policies = policies;
        this.audit = audit;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * @param bodySha256 of the request, so that a request id is not used for two
     * @param version the one that was sent back
     */
    public record Wish(
            String workspace, String requestId, String bodySha256, String itemId, int version, Candidate candidate) {}

    public Uni<Item> run(Wish wish) {
        return attempt(wish, ATTEMPTS);
    }

    private Uni<Item> attempt(Wish wish, int left) {
        return Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                        .chain(opening -> {
                            if (opening.policyVersion() == 0) {
                                return Uni.createFrom().<Item>failure(new NotFound("review item", wish.itemId()));
                            }
                            if (opening.bodySha256().isEmpty()) {
                                return revise(wish, opening.policyVersion());
                            }
                            return opening.bodySha256().equals(wish.bodySha256())
                                    ? items.get(wish.workspace(), wish.itemId())
                                    : Uni.createFrom().<Item>failure(new RequestIdReused(wish.requestId()));
                        }))
                .onFailure(failure -> left > 1 && Retry.worthIt(failure))
                .recoverWithUni(() -> attempt(wish, left - 1));
    }

    private Uni<Item> revise(Wish wish, long policyVersion) {
        var now = Moment.now(clock);
        return items.lock(wish.workspace(), wish.itemId())
                .invoke(item -> require(item, wish))
                .chain(item -> policies.version(wish.workspace(), policyVersion)
                        .chain(policy -> intake(wish, policy, now)
                                .map(intake -> intake.admitAgain(wish.candidate(), item))
                                .chain(after -> store(wish, after, policy, now))));
    }

    /** As a first draft is taken in: what counts there counts here. */
    private Uni<Intake> intake(Wish wish, Policy policy, Instant now) {
        var type = wish.candidate().origin().actionType();
        return GrantCounts.today(wish.workspace(), policy, List.of(type), now)
                .chain(counts -> trusts.of(wish.workspace(), policy, List.of(wish.candidate()))
                        .map(trust -> new Intake(gatekeeper, signer, policy, wish.workspace(), now, counts, trust)));
    }

    private static void require(Item item, Wish wish) {
        var origin = wish.candidate().origin();
        Check.that(origin.runId().equals(item.origin().runId()), "proposal.origin.run_id", "is another run's");
        Check.that(origin.key().equals(item.origin().key()), "proposal.key", "is another item's");
        Check.that(origin.actionType().equals(item.origin().actionType()), "proposal.action_type", "changed");
        if (item.version() != wish.version()) {
            throw new Stale("The item is at version " + item.version() + ", not " + wish.version());
        }
        if (item.state() != ItemState.RESPONDED || item.extras().planted()) {
            throw new StateForbids("NOT_AWAITING_DRAFT", "The item is " + item.state() + ": nobody asked for a draft");
        }
    }

    private Uni<Item> store(Wish wish, Item item, Policy policy, Instant now) {
        var entry = Proposing.entry(audit, item, policy, now);
        return items.update(item, List.of())
                .chain(() -> items.addVersion(
                        item, wish.candidate().document(), item.origin().runId(), now))
                .chain(() -> Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> audit.append(wish.workspace(), List.of(entry)))
                .invoke(held -> Retry.unlessStill(policy.version(), held))
                .replaceWith(item);
    }
}
