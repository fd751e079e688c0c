package io.outrider.review.queue;

import io.outrider.review.trust.AutonomyLevel;
import io.outrider.review.trust.Track;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that the proposals of many requests need to be judged, in one statement. Locks nothing: what is written compares it again. */
final class Arrivals {

    /** Each lookup by its key, so that the one plan that PostgreSQL keeps is good however much there is. */
    static final String READ = """
            select w.policy_version,
                array(select u.id from unnest($2::text[]) as u(id) where (select true from request r
                    where r.workspace_id = $1 and r.request_id = u.id)) as used,
                array(select c.run_id || ' ' || c.key from unnest($3::text[], $4::text[]) as c(run_id, key)
                    where (select true from item i
                        where i.workspace_id = $1 and i.run_id = c.run_id and i.proposal_key = c.key)) as known,
                (select jsonb_object_agg(g.action_type, g.granted) from grant_count g
                    where g.workspace_id = $1 and g.day = $5 and g.action_type = any($6::text[])) as granted,
                (select jsonb_agg(to_jsonb(t)) from unnest($6::text[], $7::text[]) as k(type, segment)
                    cross join lateral (select * from autonomy_track a where a.workspace_id = $1
                        and a.action_type = k.type and a.segment_id = k.segment limit 1) t) as tracks
            from workspace w where w.workspace_id = $1""";

    private final Pool pool;

    Arrivals(Pool pool) {
        this.pool = pool;
    }

    /** Empty where the workspace is new. */
    Uni<Optional<Seen>> of(String workspace, List<Batch> requests, Instant now) {
        var candidates =
                requests.stream().flatMap(batch -> batch.candidates().stream()).toList();
        var kinds = candidates.stream().map(Kind::of).distinct().toList();
        var parameters = Tuple.tuple()
                .addValue(workspace)
                .addValue(texts(requests, Batch::requestId))
                .addValue(texts(candidates, candidate -> candidate.origin().runId()))
                .addValue(texts(candidates, candidate -> candidate.origin().key()))
                .addValue(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .addValue(texts(kinds, Kind::actionType))
                .addValue(texts(kinds, Kind::segmentId));
        return pool.preparedQuery(READ)
                .execute(parameters)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(seen(rows.iterator().next())));
    }

    static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** What a candidate is known by, within its workspace. */
    static String name(Candidate candidate) {
        return candidate.origin().runId() + " " + candidate.origin().key();
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.getLong("policy_version"),
                Set.copyOf(Arrays.asList(row.getArrayOfStrings("used"))),
                Set.copyOf(Arrays.asList(row.getArrayOfStrings("known"))),
                counts(row.getJsonObject("granted")),
                tracks(row.getJsonArray("tracks")));
    }

    private static Map<String, Long> counts(@Nullable JsonObject granted) {
        var counts = new HashMap<String, Long>();
        if (granted != null) {
            granted.fieldNames().forEach(type -> counts.put(type, granted.getLong(type)));
        }
        return counts;
    }

    private static Map<Kind, Track> tracks(@Nullable JsonArray rows) {
        var tracks = new HashMap<Kind, Track>();
        for (int i = 0; rows != null && i < rows.size(); i++) {
            var row = rows.getJsonObject(i);
            tracks.put(new Kind(row.getString("action_type"), row.getString("segment_id")), track(row));
        }
        return tracks;
    }

    static Track track(JsonObject row) {
        return new Track(
                AutonomyLevel.valueOf(row.getString("level")),
                row.getString("labels"),
                row.getInteger("fresh"),
                row.getInteger("tightened"),
                row.getLong("passed"),
                row.getInteger("bad_outcomes"),
                row.getString("alarm"),
                row.getBoolean("settled"));
    }

    /**
     * @param used request ids that were used before
     * @param known names of proposals that there are already
     * @param granted today, by action type
     */
    record Seen(
            long policyVersion,
            Set<String> used,
            Set<String> known,
            Map<String, Long> granted,
            Map<Kind, Track> tracks) {

        Track track(Kind kind) {
            return tracks.getOrDefault(kind, Track.NEW);
        }
    }
}
