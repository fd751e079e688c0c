package io.outrider.review.queue;

import io.outrider.review.audit.AuditTrail;
import io.outrider.review.audit.Entry;
import io.outrider.review.policy.Policy;
import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.Track;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What each kind of action has earned. Every method needs a transaction of the caller's; call those that write late. */
@ApplicationScoped
class Tracks {

    private static final String COLUMNS = "action_type, segment_id, level, labels, fresh, tightened, passed,"
            + " bad_outcomes, alarm, change_time, changed_by, reason, settled";
    private static final String READ = "select " + COLUMNS + " from autonomy_track where workspace_id = :workspace"
            + " and action_type = :type and segment_id = :segment";
    private static final String LIST = "select " + COLUMNS + " from autonomy_track where workspace_id = :workspace"
            + " and (action_type, segment_id) > (:type, :segment) order by action_type, segment_id limit :most";
    private static final String WRITE = """
            insert into autonomy_track (workspace_id, action_type, segment_id, level, labels, fresh, tightened, passed,
                bad_outcomes, alarm, change_time, changed_by, reason, settled)
            values (:workspace, :type, :segment, :level, :labels, :fresh, :tightened, :passed, :bad, :alarm, :time, :by, :reason, :settled)
            on conflict (workspace_id, action_type, segment_id) do update set level = excluded.level,
                labels = excluded.labels, fresh = excluded.fresh, tightened = excluded.tightened, passed = excluded.passed,
                bad_outcomes = excluded.bad_outcomes, alarm = excluded.alarm, change_time = excluded.change_time,
                changed_by = excluded.changed_by, reason = excluded.reason, settled = excluded.settled""";
    private static final String VOID = "update autonomy_track set void_before = :time where workspace_id = :workspace"
            + " and action_type = :type and segment_id = :segment";
    private static final String PASSED = """
            insert into passed_pending (workspace_id, action_type, segment_id, level, passed)
            values (:workspace, :type, :segment, :level, :passed)""";

    private final AuditTrail audit;

    Tracks(AuditTrail audit) {
        this.audit = audit;
    }

    Uni<Track> of(String workspace, Kind kind) {
        return stored(workspace, kind, "").map(found -> found.map(Stored::track).orElse(Track.NEW));
    }

    Uni<List<Stored>> after(String workspace, Kind kind, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("type", kind.actionType())
                        .setParameter("segment", kind.segmentId())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(Tracks::stored).toList());
    }

    /** Locks the row. */
    Uni<Optional<Stored>> lock(String workspace, Kind kind) {
        return stored(workspace, kind, " for update");
    }

    /** Counts what passed alone; the transaction fails, to be tried again, where a level was lost meanwhile. Call it before the audit. */
    Uni<Void> passedAlone(String workspace, Map<Kind, Intake.Passed> passed) {
        var done = Uni.createFrom().voidItem();
        for (var entry : passed.entrySet()) {
            done = done.chain(() -> passedAlone(workspace, entry.getKey(), entry.getValue()));
        }
        return done;
    }

    private static Uni<Void> passedAlone(String workspace, Kind kind, Intake.Passed passed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PASSED)
                        .setParameter("workspace", workspace)
                        .setParameter("type", kind.actionType())
                        .setParameter("segment", kind.segmentId())
                        .setParameter("level", passed.level().name())
                        .setParameter("passed", passed.count())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Changes a track by its rules. A level that is lost enters the audit log, and what passed by it and was not used is void. */
    private Uni<Void> change(String workspace, Kind kind, Policy policy, UnaryOperator<Track> change, Instant now) {
        return lock(workspace, kind).chain(found -> {
            var before = startingAt(found.map(Stored::track).orElse(Track.NEW), kind, policy);
            var after = change.apply(before);
            if (after.level() == before.level()) {
                var kept = found.orElse(new Stored(kind, before, now, "outrider", "Everything begins reviewed"));
                return write(workspace, new Stored(kind, after, kept.changed(), kept.by(), kept.reason()));
            }
            return changeLevel(workspace, new Stored(kind, after, now, "demotion", after.alarm()), before.level())
                    .chain(() -> voidGrants(workspace, kind, now));
        });
    }

    private static Track startingAt(Track track, Kind kind, Policy policy) {
        return track.startingAt(policy.startLevelOf(kind.actionType()), policy.autonomy());
    }

    private static Uni<Void> voidGrants(String workspace, Kind kind, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VOID)
                        .setParameter("workspace", workspace)
                        .setParameter("type", kind.actionType())
                        .setParameter("segment", kind.segmentId())
                        .setParameter("time", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> changeLevel(String workspace, Stored after, AutonomyLevel from) {
        var entry = audit.entry(
                after.changed(),
                Entry.Kind.AUTONOMY_CHANGED,
                after.by(),
                "",
                Map.of(
                        "action_type", after.kind().actionType(),
                        "segment", after.kind().segmentId(),
                        "from", from,
                        "to", after.track().level(),
                        "reason", after.reason()));
        return write(workspace, after)
                .chain(() -> audit.append(workspace, List.of(entry)))
                .replaceWithVoid();
    }

    /** What a decision says of its kind: only of what would have passed. */
    Uni<Void> label(Item item, boolean good, Policy policy, Instant now) {
        return item.extras().wouldPass() && !item.extras().planted()
                ? change(item.workspace(), Kind.of(item), policy, track -> track.labelled(good, policy.autonomy()), now)
                : Uni.createFrom().voidItem();
    }

    Uni<Void> wentWrong(Item item, Policy policy, Instant now) {
        return change(item.workspace(), Kind.of(item), policy, track -> track.wentWrong(policy.autonomy()), now);
    }

    Uni<Void> write(String workspace, Stored stored) {
        var track = stored.track();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WRITE)
                        .setParameter("workspace", workspace)
                        .setParameter("type", stored.kind().actionType())
                        .setParameter("segment", stored.kind().segmentId())
                        .setParameter("level", track.level().name())
                        .setParameter("labels", track.labels())
                        .setParameter("fresh", track.fresh())
                        .setParameter("tightened", track.tightened())
                        .setParameter("passed", track.passed())
                        .setParameter("bad", track.badOutcomes())
                        .setParameter("alarm", track.alarm())
                        .setParameter("time", stored.changed())
                        .setParameter("by", stored.by())
                        .setParameter("reason", stored.reason())
                        .setParameter("settled", track.settled())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Optional<Stored>> stored(String workspace, Kind kind, String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ + lock, Object[].class)
                        .setParameter("workspace", workspace)
                        .setParameter("type", kind.actionType())
                        .setParameter("segment", kind.segmentId())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Tracks::stored));
    }

    private static Stored stored(Object[] row) {
        var track = new Track(
                AutonomyLevel.valueOf((String) row[2]),
                (String) row[3],
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).intValue(),
                (String) row[8],
                (Boolean) row[12]);
        return new Stored(
                new Kind((String) row[0], (String) row[1]), track, instant(row[9]), (String) row[10], (String) row[11]);
    }

    /** Hibernate gives a column of time without a type in either form. */
    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }

    /** @param changed,by,reason of the last change of its level */
    record Stored(Kind kind, Track track, Instant changed, String by, String reason) {

        /** Where nobody has moved its level yet, at the one that the policy gives. */
        Stored under(Policy policy) {
            return new Stored(kind, startingAt(track, kind, policy), changed, by, reason);
        }
    }
}
