package io.outrider.review.second;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Stale;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Policies;
import io.outrider.review.second.Candidates.Candidate;
import io.outrider.review.second.Candidates.Wanted;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Use case: keeps a second answer, with its entry in the audit chain. Nothing else is written. */
@ApplicationScoped
public class AnswerLook {

    private static final int LONGEST_COMMENT = 4_000;

    private static final String KEPT =
            "select answered_by, answer from second_look where workspace_id = :workspace and item_id = :item";
    private static final String KEEP = """
            insert into second_look (workspace_id, item_id, version, first_by, first_type, answered_by, answer, reason, comment,
                answer_time)
            values (:workspace, :item, :version, :firstBy, :firstType, :by, :answer, :reason, :comment, :now)
            on conflict (workspace_id, item_id) do nothing""";

    private final SecondLooks looks;
    private final Policies policies;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerLook(SecondLooks looks, Policies policies, AuditTrail audit, Clock clock) {
        this.looks = looks;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The same answer of the same person once more changes nothing.
     *
     * @throws StateForbids LOOKED_AT_ALREADY
     * @throws Stale where another version is to be judged than the one that was seen
     */
    public Uni<Void> run(Given given) {
        Check.atMost(given.comment(), LONGEST_COMMENT, "comment");
        Check.that(given.answer() != Answer.REJECT || !given.reason().isEmpty(), "reason", "must be chosen");
        return policies.newest(given.workspace())
                .chain(policy ->
                        Panache.withTransaction(() -> run(given, looks.wanted(given.workspace(), given.by(), policy))));
    }

    private Uni<Void> run(Given given, Wanted wanted) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEPT, Object[].class)
                        .setParameter("workspace", given.workspace())
                        .setParameter("item", given.itemId())
                        .getSingleResultOrNull())
                .chain(kept -> kept == null ? first(given, wanted) : again(given, kept));
    }

    private static Uni<Void> again(Given given, Object[] kept) {
        return given.by().equals(kept[0]) && given.answer().name().equals(kept[1])
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(lookedAt());
    }

    private Uni<Void> first(Given given, Wanted wanted) {
        var now = Moment.now(clock);
        return Candidates.one(wanted, given.itemId()).chain(candidate -> {
            if (candidate.look().version() != given.version()) {
                throw new Stale("The version to look at is " + candidate.look().version());
            }
            return keep(given, candidate, now)
                    .chain(() -> audit.append(given.workspace(), List.of(entry(given, candidate, now))))
                    .replaceWithVoid();
        });
    }

    private static Uni<Void> keep(Given given, Candidate candidate, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("workspace", given.workspace())
                        .setParameter("item", given.itemId())
                        .setParameter("version", given.version())
                        .setParameter("firstBy", candidate.firstBy())
                        .setParameter("firstType", candidate.firstType())
                        .setParameter("by", given.by())
                        .setParameter("answer", given.answer().name())
                        .setParameter("reason", given.reason())
                        .setParameter("comment", given.comment())
                        .setParameter("now", now)
                        .executeUpdate())
                .invoke(kept -> {
                    if (kept == 0) {
                        throw lookedAt();
                    }
                })
                .replaceWithVoid();
    }

    private Entry entry(Given given, Candidate candidate, Instant now) {
        var detail = Map.of(
                "answer", given.answer(),
                "version", given.version(),
                "reason", given.reason(),
                "comment", given.comment(),
                "first_by", candidate.firstBy(),
                "first_type", candidate.firstType());
        return audit.entry(now, Entry.Kind.LOOKED_AGAIN, given.by(), given.itemId(), detail);
    }

    private static StateForbids lookedAt() {
        return new StateForbids("LOOKED_AT_ALREADY", "Somebody has looked at the item again already");
    }

    /**
     * @param version that was seen
     * @param reason a reason of rejection; empty but with REJECT
     */
    public record Given(
            String workspace, String itemId, int version, Answer answer, String reason, String comment, String by) {}
}
