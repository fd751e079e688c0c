package io.outrider.review.queue;

import io.outrider.kit.id.Ids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Moment;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.policy.Gatekeeper;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.queue.Arrivals.Seen;
import io.outrider.review.trust.Trust;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the requests of one workspace that arrive together through the gate together: one statement reads, the policy judges each
 * proposal, one statement writes. Only what is new and plain goes this way. A repeat, a redraft, what something is planted beside,
 * what is near a limit, and all of a group whose writing failed goes alone, the long way of {@link ProposeActions}.
 */
@ApplicationScoped
class AdmitTogether {

    private final Policies policies;
    private final Trusts trusts;
    private final AuditTrail audit;
    private final GrantSigner signer;
    private final Clock clock;
    private final Arrivals arrivals;
    private final Admissions admissions;
    private final Gatekeeper gatekeeper = new Gatekeeper();
    private final Lanes<Batch, List<Item>> lanes = new Lanes<>(this::together);

    AdmitTogether(Policies policies, Trusts trusts, AuditTrail audit, GrantSigner signer, Clock clock, Pool pool) {
        this.policies = policies;
        this.trusts = trusts;
        this.audit = audit;
        this.signer = signer;
        this.clock = clock;
        this.arrivals = new Arrivals(pool);
        this.admissions = new Admissions(pool, audit);
    }

    /** @return the item of each proposal, in the request's order; empty where the request must go alone */
    Uni<Optional<List<Item>>> run(Batch batch) {
        return lanes.submit(batch.workspace(), batch);
    }

    Uni<List<Optional<List<Item>>>> together(String workspace, List<Batch> requests) {
        var now = Moment.now(clock);
        return arrivals.of(workspace, requests, now).chain(found -> {
            var group = found.flatMap(seen -> policies.known(workspace, seen.policyVersion())
                    .map(policy -> new Group(workspace, policy, seen, now)));
            return group.isEmpty() ? allAlone(requests) : admit(requests, group.get());
        });
    }

    private Uni<List<Optional<List<Item>>>> admit(List<Batch> requests, Group group) {
        var answers = requests.stream().map(group::admit).toList();
        var most = GrantCounts.room(group.policy, group.types(), group.seen.granted(), group.intake.grantedNow());
        if (group.admitted.isEmpty() || most.isEmpty()) {
            return allAlone(requests);
        }
        return admissions.write(group.written(most.get())).replaceWith(answers);
    }

    private static Uni<List<Optional<List<Item>>>> allAlone(List<Batch> requests) {
        return Uni.createFrom()
                .item(requests.stream()
                        .map(request -> Optional.<List<Item>>empty())
                        .toList());
    }

    /** One group under one policy. */
    private final class Group {

        private final String workspace;
        private final Policy policy;
        private final Seen seen;
        private final Instant now;
        private final Intake intake;
        private final Map<Candidate, Trust> trust = new IdentityHashMap<>();
        private final Set<String> requestIds = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final List<Batch> admitted = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();

        Group(String workspace, Policy policy, Seen seen, Instant now) {
            this.workspace = workspace;
            this.policy = policy;
            this.seen = seen;
            this.now = now;
            this.intake = new Intake(
                    gatekeeper,
                    signer,
                    policy,
                    workspace,
                    now,
                    seen.granted(),
                    candidate -> trust.getOrDefault(candidate, Trust.NONE));
        }

        Optional<List<Item>> admit(Batch batch) {
            if (!plain(batch)) {
                return Optional.empty();
            }
            var own = batch.candidates().stream()
                    .map(candidate -> intake.admit(candidate, Ids.next("itm")))
                    .toList();
            admitted.add(batch);
            items.addAll(own);
            return Optional.of(own);
        }

        private boolean plain(Batch batch) {
            return !seen.used().contains(batch.requestId())
                    && requestIds.add(batch.requestId())
                    && batch.candidates().stream().allMatch(this::plain);
        }

        private boolean plain(Candidate candidate) {
            var name = Arrivals.name(candidate);
            var known = trusts.known(workspace, policy, candidate, seen.track(Kind.of(candidate)));
            known.ifPresent(found -> trust.put(candidate, found));
            return known.isPresent()
                    && !seen.known().contains(name)
                    && names.add(name)
                    && !PlantDraw.picks(candidate.origin(), policy.plantedRate());
        }

        List<String> types() {
            return items.stream().map(item -> item.origin().actionType()).toList();
        }

        Admissions.Group written(Map<String, Long> most) {
            var entries = items.stream()
                    .map(item -> Proposing.entry(audit, item, policy, now))
                    .toList();
            return new Admissions.Group(workspace, policy.version(), now, most, admitted, items, intake, entries);
        }
    }
}
