package io.outrider.review.second;

import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.second.Candidates.Candidate;
import io.outrider.review.second.Candidates.Wanted;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Use case: what waits for a second look by one person. Says nothing of the first. */
@ApplicationScoped
public class SecondLooks {

    /** What is older is judged by another day's news. */
    static final Duration LOOK_BACK = Duration.ofDays(14);

    private static final int MOST = 50;

    private final Policies policies;
    private final Clock clock;

    SecondLooks(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    public Uni<List<Look>> waiting(String workspace, String by) {
        return policies.newest(workspace)
                .chain(policy -> Panache.withSession(() -> Candidates.waiting(wanted(workspace, by, policy), MOST)))
                .map(found -> found.stream().map(Candidate::look).toList());
    }

    /** @throws io.outrider.kit.error.NotFound where it does not wait for this person */
    public Uni<Look> one(String workspace, String by, String itemId) {
        return policies.newest(workspace)
                .chain(policy -> Panache.withSession(() -> Candidates.one(wanted(workspace, by, policy), itemId)))
                .map(Candidate::look);
    }

    Wanted wanted(String workspace, String by, Policy policy) {
        return new Wanted(workspace, by, clock.instant().minus(LOOK_BACK), policy.secondLookRate());
    }
}
