package io.outrider.orchestrator.effect;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletionException;

/**
 * What may still stop an action between its grant and its call: the grant's own words, the age of its facts, and what the
 * gate says now. Whether the run is cancelled and whom nobody writes to, the claim itself finds out, in its commit.
 */
@ApplicationScoped
public class LastMoment {

    /** What was found. */
    public sealed interface Finding {

        record Clear() implements Finding {}

        /** The action is over: nothing carries it any more. */
        record Void(String why) implements Finding {}

        /** The facts it rests on have run out since. */
        record Stale(String why) implements Finding {}

        /** Nobody can say now. Nothing may be sent; it can be asked again. */
        record Unsaid(String why) implements Finding {}
    }

    private final GrantCheck grants;
    private final GrantStatuses statuses;
    private final Clock clock;

    LastMoment(GrantCheck grants, GrantStatuses statuses, Clock clock) {
        this.grants = grants;
        this.statuses = statuses;
        this.clock = clock;
    }

    public Finding check(RunKey run, ActionRow action) {
        var use = new GrantCheck.Use(run.workspace(), run.id(), action.key(), action.actionType(), action.payload());
        switch (grants.check(action.grant().jws(), use)) {
            case GrantCheck.Checked.Invalid(String reason) -> {
                return new Finding.Void(reason);
            }
            case GrantCheck.Checked.Valid(String id) -> {
                if (!id.equals(action.grant().id())) {
                    return new Finding.Void("the grant has another id than it was announced with");
                }
            }
        }
        var fresh = action.freshUntil();
        if (fresh != null && !clock.instant().isBefore(fresh)) {
            return new Finding.Stale(
                    "a fact it rests on was good until " + fresh + " only: start a run that reads it again");
        }
        return ask(run, action);
    }

    private Finding ask(RunKey run, ActionRow action) {
        try {
            return switch (statuses.of(run.workspace(), action.grant().id()).join()) {
                case GRANT_STATUS_VALID -> new Finding.Clear();
                case GRANT_STATUS_REVOKED -> new Finding.Void("the grant was revoked");
                case GRANT_STATUS_EXPIRED -> new Finding.Void("the grant has expired");
                case GRANT_STATUS_KILL_SWITCH -> new Finding.Void("the kill switch is set");
                case GRANT_STATUS_UNKNOWN, GRANT_STATUS_UNSPECIFIED, UNRECOGNIZED ->
                    new Finding.Void("the gate does not know the grant");
            };
        } catch (CompletionException e) {
            return new Finding.Unsaid("the gate does not say whether the grant still holds");
        }
    }
}
