package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Effect;
import io.outrider.orchestrator.v1.ListEffectsRequest;
import io.outrider.orchestrator.v1.ListEffectsResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger, as people read it. */
@ApplicationScoped
class EffectRows {

    private static final String SELECT = """
            select e.*, r.domain from effect e join run r on r.workspace_id = e.workspace_id and r.id = e.run_id
             where e.workspace_id = $1""";
    private static final String LIST = SELECT + " " + """
            and ($2::text = '' or e.id < $2)
               and (cardinality($3::text[]) = 0 or e.state = any($3))
               and ($4::text = '' or e.run_id = $4)
             order by e.id desc
             limit $5""";
    private static final String ONE = SELECT + " and e.run_id = $2 and e.action_key = $3 order by e.id desc limit 1";

    private final Pool pool;

    EffectRows(Pool pool) {
        this.pool = pool;
    }

    /** @param beforeImage empty where there is none to go back to */
    record Found(
            String id,
            String state,
            byte[] beforeImage,
            @Nullable Instant undoTime,
            Effect effect) {}

    Future<ListEffectsResponse> page(String workspace, ListEffectsRequest request) {
        var size = PageSize.of(request.getPageSize());
        var before = PageToken.decode(request.getPageToken()).map(PageToken::id).orElse("");
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(
                        workspace, before, stored(request.getStatesList()), request.getRunId(), size.plusOne()))
                .map(rows -> {
                    List<Found> found = new ArrayList<>();
                    rows.forEach(row -> found.add(found(row)));
                    var page = Page.of(
                            found,
                            size,
                            f -> new PageToken(Timestamps.toInstant(f.effect().getClaimTime()), f.id()));
                    return ListEffectsResponse.newBuilder()
                            .addAllEffects(
                                    page.rows().stream().map(Found::effect).toList())
                            .setNextPageToken(page.nextToken())
                            .build();
                });
    }

    /** Fails with {@link NotFound} also where the effect is another workspace's. */
    static Future<Found> one(SqlClient client, RunKey run, String actionKey) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(run.workspace(), run.id(), actionKey))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new NotFound("effect", run.id() + "/" + actionKey);
                    }
                    return found(rows.iterator().next());
                });
    }

    private static Found found(Row row) {
        var image = row.getBuffer("before_image");
        var before = image == null ? new byte[0] : image.getBytes();
        var effect = Effect.newBuilder()
                .setRunId(row.getString("run_id"))
                .setActionKey(row.getString("action_key"))
                .setActionType(row.getString("action_type"))
                .setState(shown(row.getString("state")))
                .setDomain(row.getString("domain"))
                .setGrantId(row.getString("grant_id"))
                .setPayloadSha256(row.getString("payload_sha256"))
                .setIdempotencyKey(row.getString("idempotency_key"))
                .setExternalId(row.getString("external_id"))
                .setReason(row.getString("reason"))
                .setUndoable(before.length > 0 && row.getString("state").equals("DONE"))
                .setClaimTime(
                        Timestamps.toWire(row.getOffsetDateTime("claim_time").toInstant()));
        var settled = instant(row.getOffsetDateTime("settle_time"));
        if (settled != null) {
            effect.setSettleTime(Timestamps.toWire(settled));
        }
        return new Found(
                row.getString("id"),
                row.getString("state"),
                before,
                instant(row.getOffsetDateTime("undo_time")),
                effect.build());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static ActionState shown(String stored) {
        return switch (stored) {
            case "CLAIMED", "UNDOING" -> ActionState.ACTION_STATE_EXECUTING;
            case "BUSY" -> ActionState.ACTION_STATE_GRANTED;
            case "REFUSED" -> ActionState.ACTION_STATE_FAILED;
            default -> ActionState.valueOf("ACTION_STATE_" + stored);
        };
    }

    private static String[] stored(Collection<ActionState> states) {
        return states.stream()
                .map(state -> switch (state) {
                    case ACTION_STATE_EXECUTING -> "CLAIMED";
                    case ACTION_STATE_GRANTED -> "BUSY";
                    case ACTION_STATE_FAILED -> "REFUSED";
                    default -> state.name().replace("ACTION_STATE_", "");
                })
                .toArray(String[]::new);
    }

    static Buffer bytes(byte[] bytes) {
        return Buffer.buffer(bytes);
    }
}
