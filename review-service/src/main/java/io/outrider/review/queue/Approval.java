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
        return policies.version(item.workspace(), policyVersion).map(policy -> under(item, policy));
    }

    /** {@link #underNow}, where the policy is at hand. */
    Item under(Item item, Policy policy) {
        if (item.gating().gate() != Gate.MANDATORY) {
            return item;
        }
        return Catalogue.find(item.origin().actionType())
                .map(type -> item.needing(policy.ruleOf(type).requiredApprovals()))
                .orElse(item);
    }

    /**
     * The draft with its grant, where it has all the approvals it needs; else as it is. A planted item gets none, and until then
     * the same answers as any other.
     */
    Uni<Draft> grant(Draft draft, long policyVersion, Instant now) {
        var item = draft.item();
        if (!approved(item)) {
            return Uni.createFrom().item(draft);
        }
        var type = item.origin().actionType();
        return policies.version(item.workspace(), policyVersion)
                .chain(policy -> GrantCounts.today(item.workspace(), policy, List.of(type), now)
                        .map(counts -> granted(draft, policy, counts.getOrDefault(type, 0L), now)));
    }

    /** {@link #grant}, where the policy and the day's grants of the type are at hand. */
    Draft granted(Draft draft, Policy policy, long grantedToday, Instant now) {
        if (!approved(draft.item())) {
            return draft;
        }
        requireAllowed(draft, policy, grantedToday);
        return draft.item().extras().planted() ? draft : draft.with(sign(draft.item(), policy, now));
    }

    private static boolean approved(Item item) {
        return item.state() == ItemState.ACCEPTED || item.state() == ItemState.EDITED;
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
