package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.RequestIdReused;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.audit.Moment;
import io.outrider.review.policy.Policies;
import io.outrider.review.policy.Policy;
import io.outrider.review.policy.Requests;
import io.outrider.review.queue.Tracks.Stored;
import io.outrider.review.trust.AutonomyRule;
import io.outrider.review.trust.Track;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Use case: shows what each kind of action may do alone, and lets a person raise a level. A proposal is nothing but a track whose
 * figures carry the next level; it is there as long as they do.
 */
@ApplicationScoped
public class AutonomyBook {

    public static final Kind FIRST = new Kind("", "");
    private static final int MOST_PROPOSALS = 1_000;
    private static final int LONGEST_COMMENT = 2_000;
    private static final String EVIDENCE = """
            select id from item where workspace_id = :workspace and action_type = :type and segment_id = :segment
            and would_pass and not planted and state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED', 'RESPONDED')
            order by state = 'ACCEPTED', id desc limit 20""";

    private final Policies policies;
    private final Tracks tracks;
    private final ItemRows items;
    private final Clock clock;

    AutonomyBook(Policies policies, Tracks tracks, ItemRows items, Clock clock) {
        this.items = items;
        this.policies = policies;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** @param after the last kind that the reader has; empty strings for none */
    public Uni<List<Line>> page(String workspace, Kind after, int most) {
        return policies.newest(workspace)
                .chain(policy -> Panache.withTransaction(() -> tracks.after(workspace, after, most)
                        .map(all -> all.stream()
                                .map(stored -> Line.of(stored.under(policy), policy.autonomy()))
                                .toList())));
    }

    /** What a person is asked to decide now, each with the items that it rests on. */
    public Uni<List<Proposed>> proposals(String workspace) {
        return page(workspace, FIRST, MOST_PROPOSALS)
                .chain(lines -> Multi.createFrom()
                        .iterable(lines)
                        .filter(Line::proposed)
                        .onItem()
                        .transformToUniAndConcatenate(
                                line -> evidence(workspace, line.kind()).map(items -> new Proposed(line, items)))
                        .collect()
                        .asList());
    }

    /** Those that were not accepted as they were come first, then the newest. */
    private Uni<List<Item>> evidence(String workspace, Kind kind) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(EVIDENCE, String.class)
                        .setParameter("workspace", workspace)
                        .setParameter("type", kind.actionType())
                        .setParameter("segment", kind.segmentId())
                        .getResultList())
                .chain(ids -> items.inOrder(workspace, ids)));
    }

    /** @throws StateForbids ALREADY_DECIDED where the figures do not carry the proposal any more */
    public Uni<Line> decide(Wish wish) {
        Check.requestId(wish.requestId());
        Check.atMost(Check.notBlank(wish.comment(), "comment"), LONGEST_COMMENT, "comment");
        var kind = kindOf(wish.proposalId()).orElseThrow(() -> new NotFound("autonomy proposal", wish.proposalId()));
        return policies.newest(wish.workspace())
                .chain(policy -> Panache.withTransaction(() -> ItemRows.opening(wish.workspace(), wish.requestId())
                        .chain(opening -> decide(wish, kind, opening.bodySha256(), policy))));
    }

    private Uni<Line> decide(Wish wish, Kind kind, String used, Policy policy) {
        var rule = policy.autonomy();
        if (!used.isEmpty() && !used.equals(wish.bodySha256())) {
            return Uni.createFrom().failure(new RequestIdReused(wish.requestId()));
        }
        var now = Moment.now(clock);
        return tracks.lock(wish.workspace(), kind).chain(found -> {
            var stored = found.orElseThrow(() -> new NotFound("autonomy proposal", wish.proposalId()))
                    .under(policy);
            if (!used.isEmpty()) {
                return Uni.createFrom().item(Line.of(stored, rule));
            }
            if (!stored.track().deservesMore(rule)
                    || !Line.of(stored, rule).id().equals(wish.proposalId())) {
                throw new StateForbids("ALREADY_DECIDED", "The figures do not carry this proposal any more");
            }
            var after = new Stored(
                    kind,
                    wish.accept() ? stored.track().promoted() : declined(stored.track()),
                    now,
                    wish.by(),
                    wish.comment());
            return Requests.remember(wish.workspace(), wish.requestId(), wish.bodySha256(), now)
                    .chain(() -> tracks.changeLevel(
                            wish.workspace(), after, stored.track().level()))
                    .replaceWith(Line.of(after, rule));
        });
    }

    /** As many items again before it is proposed again. */
    private static Track declined(Track track) {
        return new Track(
                track.level(),
                track.labels(),
                0,
                track.tightened(),
                track.passed(),
                track.badOutcomes(),
                track.alarm(),
                track.settled());
    }

    private static Optional<Kind> kindOf(String id) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\n", -1);
            return parts.length == 3 ? Optional.of(new Kind(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param bodySha256 of the request, so that a request id is not used for two */
    public record Wish(
            String workspace,
            String requestId,
            String bodySha256,
            String proposalId,
            boolean accept,
            String comment,
            String by) {}

    /** @param evidence at most 20 items */
    public record Proposed(Line line, List<Item> evidence) {}

    /**
     * One kind of action.
     *
     * @param id of the proposal to raise its level
     * @param proposed whether the figures carry the next level
     */
    public record Line(
            String id,
            Kind kind,
            Track track,
            AutonomyRule rule,
            Instant changed,
            String by,
            String reason,
            boolean proposed) {

        static Line of(Stored stored, AutonomyRule rule) {
            var kind = stored.kind();
            var name = String.join(
                    "\n",
                    kind.actionType(),
                    kind.segmentId(),
                    stored.track().level().name());
            return new Line(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8)),
                    kind,
                    stored.track(),
                    rule,
                    stored.changed(),
                    stored.by(),
                    stored.reason(),
                    stored.track().deservesMore(rule));
        }
    }
}
