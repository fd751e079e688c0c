package io.outrider.review.queue;

import io.outrider.review.trust.Track;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that many ballots need to be decided, in one statement. Locks nothing: an item is only written as it was read. */
final class Hearings {

    static final String READ = """
            select b.place, w.policy_version as holds, i.*, v.document, o.open_time, coalesce(g.granted, 0) as granted,
                to_jsonb(t) as track
            from workspace w
            cross join unnest($2::text[], $3::text[], $4::text[]) with ordinality as b(request_id, item_id, decided_by, place)
            cross join lateral (select %s, xmin::text as row_version from item
                where workspace_id = $1 and id = b.item_id limit 1) i
            cross join lateral (select document from item_version
                where workspace_id = $1 and item_id = i.id and version = i.version limit 1) v
            left join lateral (select open_time from item_opening where workspace_id = $1 and item_id = i.id
                and version = i.version and opened_by = b.decided_by limit 1) o on true
            left join lateral (select granted from grant_count
                where workspace_id = $1 and day = $5 and action_type = i.action_type limit 1) g on true
            left join lateral (select level, labels, fresh, tightened, passed, bad_outcomes, alarm, settled
                from autonomy_track where workspace_id = $1 and action_type = i.action_type
                and segment_id = i.segment_id limit 1) t on true
            where w.workspace_id = $1 and i.state in ('PENDING', 'ESCALATED')
                and (select true from request r where r.workspace_id = $1 and r.request_id = b.request_id) is null
                and (select true from item_decision d where d.workspace_id = $1 and d.item_id = i.id limit 1) is null""".formatted(ItemReader.COLUMNS);

    private final Pool pool;

    Hearings(Pool pool) {
        this.pool = pool;
    }

    /** By the request's place; without those whose item is not open, or has a decision already, and those that were used before. */
    Uni<Map<Integer, Hearing>> of(String workspace, List<DecideItem.Request> requests, Instant now) {
        var parameters = Tuple.tuple()
                .addValue(workspace)
                .addValue(Arrivals.texts(requests, DecideItem.Request::requestId))
                .addValue(Arrivals.texts(requests, request -> request.ballot().itemId()))
                .addValue(Arrivals.texts(requests, request -> request.ballot().by()))
                .addValue(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return pool.preparedQuery(READ).execute(parameters).map(rows -> {
            var found = new HashMap<Integer, Hearing>();
            for (var row : rows) {
                found.put(row.getLong("place").intValue() - 1, hearing(row));
            }
            return found;
        });
    }

    private static Hearing hearing(Row row) {
        var track = row.getJsonObject("track");
        return new Hearing(
                ItemReader.read(row).toDomain(List.of()),
                row.getBuffer("document").getBytes(),
                row.getLong("holds"),
                row.getString("row_version"),
                ItemReader.instant(row, "open_time"),
                row.getLong("granted"),
                track == null ? null : Arrivals.track(track));
    }

    /**
     * An item as it stands when it is decided.
     *
     * @param policyVersion that holds
     * @param rowVersion differs once anything was written to the item
     * @param opened by the reviewer; null where it never was
     * @param grantedToday of its action type
     * @param track of its kind; null where there is none yet
     */
    record Hearing(
            Item item,
            byte[] document,
            long policyVersion,
            String rowVersion,
            @Nullable Instant opened,
            long grantedToday,
            @Nullable Track track) {}
}
