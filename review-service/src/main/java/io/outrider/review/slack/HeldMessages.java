package io.outrider.review.slack;

import io.outrider.review.queue.DecisionType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which messages still offer to take a decision back. */
@ApplicationScoped
class HeldMessages {

    /** After this a message that was taken and not changed is taken again: its replica is gone, or Slack was. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Slack lets a message be changed for 30 minutes after a press. */
    private static final Duration SLACKS_OWN = Duration.ofMinutes(30);

    private static final int MOST_AT_ONCE = 10;

    private static final String ADD = """
            insert into slack_hold (workspace_id, item_id, version, decided_by, type, slack_user, answer_url, decide_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (workspace_id, item_id) do update set version = excluded.version, decided_by = excluded.decided_by,
                type = excluded.type, slack_user = excluded.slack_user, answer_url = excluded.answer_url,
                decide_time = excluded.decide_time, take_time = null""";
    private static final String DROP =
            "delete from slack_hold where workspace_id = $1 and item_id = $2 and answer_url = $3";
    private static final String DROP_OLD = "delete from slack_hold where decide_time < $1";
    private static final String TAKE = """
            update slack_hold set take_time = $2 where (workspace_id, item_id) in (
                select h.workspace_id, h.item_id from slack_hold h
                join item i on i.workspace_id = h.workspace_id and i.id = h.item_id
                where h.workspace_id = $1 and i.state <> 'HELD' and (h.take_time is null or h.take_time <= $3)
                order by h.decide_time limit %d for update of h skip locked)
            returning *""".formatted(MOST_AT_ONCE);

    private final Pool pool;

    HeldMessages(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(HeldHere held) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple(List.of(
                        held.workspace(),
                        held.itemId(),
                        held.version(),
                        held.by(),
                        held.type().name(),
                        held.slackUser(),
                        held.answerTo().toString(),
                        held.decided().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** Decisions that are not held any more, now taken by this replica. */
    Uni<List<HeldHere>> take(String workspace, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(DROP_OLD)
                .execute(Tuple.of(at.minus(SLACKS_OWN)))
                .chain(() -> pool.preparedQuery(TAKE).execute(Tuple.of(workspace, at, at.minus(PATIENCE))))
                .map(rows -> {
                    var taken = new ArrayList<HeldHere>();
                    rows.forEach(row -> taken.add(held(row)));
                    return List.copyOf(taken);
                });
    }

    /** Not one that was made since from another message. */
    Uni<Void> drop(String workspace, String itemId, URI answerTo) {
        return pool.preparedQuery(DROP)
                .execute(Tuple.of(workspace, itemId, answerTo.toString()))
                .replaceWithVoid();
    }

    private static HeldHere held(Row row) {
        return new HeldHere(
                row.getString("workspace_id"),
                row.getString("item_id"),
                row.getInteger("version"),
                row.getString("decided_by"),
                DecisionType.valueOf(row.getString("type")),
                row.getString("slack_user"),
                URI.create(row.getString("answer_url")),
                row.get(OffsetDateTime.class, "decide_time").toInstant());
    }
}
