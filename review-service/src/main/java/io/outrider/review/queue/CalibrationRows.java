package io.outrider.review.queue;

import io.outrider.review.policy.Source;
import io.outrider.review.trust.Calibrator;
import io.outrider.review.trust.Drift;
import io.outrider.review.trust.Label;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;

/** Calibrators and what they are fitted to, as rows. Needs a session of the caller's. */
final class CalibrationRows {

    private static final int MOST_LABELS = 2_000;
    private static final String KEY = "workspace_id = :workspace and action_type = :type and segment_id = :segment"
            + " and agent = :agent and model = :model";
    private static final String LABELS = "select confidence, label, seen_share from item where " + KEY
            + " and not planted and label is not null"
            + " and state in ('ACCEPTED', 'EDITED', 'REJECTED', 'IGNORED', 'RESPONDED') order by id desc limit "
            + MOST_LABELS;
    private static final String NEWEST =
            "select version, method, parameters from calibration where " + KEY + " order by version desc limit 1";
    private static final String INSERT = """
            insert into calibration (workspace_id, action_type, segment_id, agent, model, version, method, parameters, labels, fit_time)
            values (:workspace, :type, :segment, :agent, :model, :version, :method, :parameters, :labels, :now)
            on conflict do nothing""";
    private static final String WATCHED = "select alarm from calibration_watch where " + KEY;
    private static final String WATCH = """
            insert into calibration_watch (workspace_id, action_type, segment_id, agent, model, drift, alarm, check_time)
            values (:workspace, :type, :segment, :agent, :model, :drift, :alarm, :now)
            on conflict (workspace_id, action_type, segment_id, agent, model) do update
            set drift = excluded.drift, alarm = excluded.alarm, check_time = excluded.check_time""";
    private static final String TAKE = """
            delete from calibration_due where id = (select id from calibration_due where id > :after order by id limit 1
            for update skip locked) returning id, workspace_id, action_type, segment_id, agent, model""";
    private static final String TAKE_EQUAL =
            "delete from calibration_due where id in (select id from calibration_due where " + KEY
                    + " for update skip locked)";

    private CalibrationRows() {}

    /** Newest first. */
    static Uni<List<Label>> labels(CalibrationKey key) {
        return Panache.getSession()
                .chain(session -> named(session.createNativeQuery(LABELS, Object[].class), key)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Label(number(row[0]), (Boolean) row[1], 1 / number(row[2])))
                        .toList());
    }

    /** Version 0, which believes the agent, where none is stored. */
    static Uni<Stored> newest(CalibrationKey key) {
        return Panache.getSession()
                .chain(session -> named(session.createNativeQuery(NEWEST, Object[].class), key)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Stored(0, Calibrator.fit(List.of()))
                        : new Stored(((Number) row[0]).longValue(), Calibrator.of((String) row[1], numbers((String)
                                row[2]))));
    }

    static Uni<Void> insert(CalibrationKey key, Stored stored, int labels, Instant now) {
        var parameters =
                stored.calibrator().parameters().stream().map(Object::toString).collect(Collectors.joining(","));
        return Panache.getSession()
                .chain(session -> named(session.createNativeQuery(INSERT), key)
                        .setParameter("version", stored.version())
                        .setParameter("method", stored.calibrator().method())
                        .setParameter("parameters", parameters)
                        .setParameter("labels", labels)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** @return whether it was alarming before */
    static Uni<Boolean> watch(CalibrationKey key, Drift drift, Instant now) {
        return Panache.getSession()
                .chain(session -> named(session.createNativeQuery(WATCHED, Boolean.class), key)
                        .getSingleResultOrNull()
                        .chain(before -> named(session.createNativeQuery(WATCH), key)
                                .setParameter("drift", drift.value())
                                .setParameter("alarm", drift.alarm())
                                .setParameter("now", now)
                                .executeUpdate()
                                .replaceWith(Boolean.TRUE.equals(before))));
    }

    /** The next key that has new labels, behind a place, and all that says so of it; empty where there is none. */
    static Uni<Optional<Due>> take(long after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter("after", after)
                        .getSingleResultOrNull()
                        .chain(row -> {
                            if (row == null) {
                                return Uni.createFrom().item(Optional.<Due>empty());
                            }
                            var source = new Source((String) row[4], (String) row[3], (String) row[5]);
                            var key = new CalibrationKey((String) row[1], (String) row[2], source);
                            return named(session.createNativeQuery(TAKE_EQUAL), key)
                                    .executeUpdate()
                                    .replaceWith(Optional.of(new Due(((Number) row[0]).longValue(), key)));
                        }));
    }

    private static <Q extends AbstractQuery> Q named(Q query, CalibrationKey key) {
        query.setParameter("workspace", key.workspace());
        query.setParameter("type", key.actionType());
        query.setParameter("segment", key.source().segmentId());
        query.setParameter("agent", key.source().agent());
        query.setParameter("model", key.source().model());
        return query;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Double::valueOf).toList();
    }

    /** @param version from 1 */
    record Stored(long version, Calibrator calibrator) {}

    record Due(long place, CalibrationKey key) {}
}
