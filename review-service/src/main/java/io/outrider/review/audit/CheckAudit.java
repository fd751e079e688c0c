package io.outrider.review.audit;

import io.outrider.kit.error.Check;
import io.outrider.review.audit.Chains.Head;
import io.outrider.review.grant.GrantKey;
import io.outrider.review.grant.GrantSigner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: walks a workspace's whole chain and says whether it holds. Reads page by page and keeps no page. */
@ApplicationScoped
public class CheckAudit {

    private static final int PAGE = 4_000;

    private final Chains chains;
    private final GrantKey key;
    private final Clock clock;

    CheckAudit(Chains chains, GrantKey key, Clock clock) {
        this.chains = chains;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param kept a checkpoint that was kept elsewhere: the chain must contain it
     * @throws io.outrider.kit.error.InvalidField where the gate did not sign that checkpoint
     */
    public Uni<Finding> run(String workspace, @Nullable Sealed kept) {
        if (kept != null) {
            requireOurs(kept);
        }
        return chains.head(workspace).chain(head -> {
            var walk = new ChainWalk(workspace, kept == null ? null : kept.checkpoint());
            return walk(workspace, walk, 0, head)
                    .invoke(() -> walk.end(head.count(), head.hash()))
                    .chain(() -> stray(workspace, walk))
                    .map(problem -> new Finding(walk.checked(), problem, chains.seal(workspace, head)));
        });
    }

    private void requireOurs(Sealed kept) {
        var signed = key.open(kept.jws(), GrantSigner.CHECKPOINT);
        Check.that(signed.isPresent(), "checkpoint.jws", "was not signed by this gate");
        Check.that(
                signed.filter(kept.checkpoint().text()::equals).isPresent(),
                "checkpoint",
                "does not say what its signature is over");
        Check.that(
                !kept.checkpoint().time().isAfter(clock.instant().plus(ChainWalk.SLACK)),
                "checkpoint.time",
                "is in the future");
    }

    /** Events behind the head that was read are of later transactions: they are left to the next check. */
    private Uni<Void> walk(String workspace, ChainWalk walk, long after, Head head) {
        return chains.links(workspace, after, head.count(), PAGE).chain(links -> {
            var holds = links.stream().allMatch(walk::step);
            return !holds || links.size() < PAGE
                    ? Uni.createFrom().voidItem()
                    : walk(workspace, walk, links.getLast().number(), head);
        });
    }

    private Uni<Optional<Problem>> stray(String workspace, ChainWalk walk) {
        if (walk.problem().isPresent()) {
            return Uni.createFrom().item(walk.problem());
        }
        return chains.beyond(workspace)
                .map(number -> number == 0
                        ? Optional.empty()
                        : Optional.of(new Problem(number, "It stands outside the chain that the head names")));
    }

    /** @param end the chain's end, signed */
    public record Finding(long checked, Optional<Problem> problem, Sealed end) {}
}
