package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.ActionRow.GrantRef;
import io.outrider.orchestrator.run.DecidedAction;
import io.outrider.orchestrator.run.state.ActionState;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** From a row of decided_actions.sql. */
final class ActionColumns {

    private ActionColumns() {}

    static DecidedAction read(Row row) {
        return new DecidedAction(action(row), decision(row), claim(row));
    }

    private static ActionRow action(Row row) {
        return new ActionRow(
                row.getString("key"),
                row.getInteger("ordinal"),
                row.getString("action_type"),
                ActionState.valueOf(row.getString("state")),
                RunColumns.bytes(row, "payload"),
                row.getString("payload_sha256"),
                row.getString("item_id"),
                new GrantRef(row.getString("grant_id"), row.getString("grant_jws")),
                row.getInteger("version"),
                RunColumns.instant(row, "fresh_until"),
                row.getString("segment"),
                row.getString("reason"));
    }

    private static DecidedAction.@Nullable Decided decision(Row row) {
        var state = row.getString("decision_state");
        if (state == null) {
            return null;
        }
        return new DecidedAction.Decided(
                state,
                new GrantRef(row.getString("decision_grant_id"), row.getString("decision_grant_jws")),
                RunColumns.bytes(row, "edited_payload"),
                row.getString("decision_reason"),
                row.getString("decided_by"),
                row.getInteger("decision_version"),
                row.getBoolean("wants_draft"));
    }

    private static DecidedAction.@Nullable Claim claim(Row row) {
        var id = row.getString("effect_id");
        if (id == null) {
            return null;
        }
        return new DecidedAction.Claim(
                id,
                row.getInteger("effect_attempt"),
                row.getString("effect_state"),
                row.getString("effect_external_id"),
                row.getString("effect_reason"));
    }
}
