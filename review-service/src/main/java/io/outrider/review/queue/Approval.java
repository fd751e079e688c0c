package io.outrider.review.queue;

import io.outrider.kit.error.StateForbids;
import io.outrider.kit.grant.GrantClaims;
import io.outrider.kit.id.Ids;
import io.outrider.review.catalogue.Catalogue;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Grants what people have approved, if the policy still allows it. */
@ApplicationScoped
class Approval {

    private final Policies policies;
    private final GrantSigner signer;
    private final Gatekeeper gatekeeper = new Gatekeeper();

    Approval(Policies policies, GrantSigner signer) {
        this.policies = policies;
        this.signer = signer;
    }

    /** The item with as many approvals to come as the policy asks for now, where that is more than it asked for then. */
    Uni<Item> underNow(Item item, long policyVersion) {
        if (item.gating().gate() != Gate.MANDATORY) {
            return Uni.createFrom().item(item);
        }
        return policies.version(item.workspace(), policyVersion)
                .map(policy -> Catalogue.find(item.origin().actionType())
                        .map(type -> item.needing(policy.ruleOf(type).requiredApprovals()))
                        .orElse(item));
    }

    /**
     * The draft with its grant, where it has all the approvals it needs; else as it is. A planted item gets none, and until then
     * the same answers as any other.
     */
    Uni<Draft> grant(Draft draft, long policyVersion, Instant now) {
        var item = draft.item();
        if (item.state() != ItemState.ACCEPTED && item.state() != ItemState.EDITED) {
            return Uni.createFrom().item(draft);
        }
        var type = item.origin().actionType();
        return policies.version(item.workspace(), policyVersion)
                .chain(policy -> GrantCounts.today(item.workspace(), policy, List.of(type), now)
                        .invoke(counts -> requireAllowed(draft, policy, counts.getOrDefault(type, 0L)))
                        .map(counts -> item.extras().planted() ? draft : draft.with(sign(item, policy, now))));
    }

    /** Fails where the policy would not grant it now. */
    Uni<Void> check(Draft draft, long policyVersion, Instant now) {
        return grant(draft, policyVersion, now).replaceWithVoid();
    }

    /** A switch that was set, a type that was disabled or a cap that was reached meanwhile holds for people, too. */
    private void requireAllowed(Draft draft, Policy policy, long grantedToday) {
        gatekeeper.refusal(draft.proposed(), policy, grantedToday).ifPresent(refused -> {
            throw new StateForbids(refused.code(), refused.message());
        });
    }

    private Answer sign(Item item, Policy policy, Instant now) {
        var claims = new GrantClaims(
                Ids.next("grt"),
                item.origin().domain(),
                item.workspace(),
                item.origin().actionType(),
                item.origin().runId(),
                item.origin().key(),
                item.payloadSha256(),
                item.id(),
                item.version(),
                String.join(",", item.approvers()),
                policy.version(),
                now,
                now.plus(policy.grantLifetime()));
        return new Answer.Granted(claims.id(), signer.grant(claims), claims.payloadSha256(), claims.expiresAt());
    }
}
