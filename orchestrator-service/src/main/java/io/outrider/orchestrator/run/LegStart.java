package io.outrider.orchestrator.run;

import java.util.List;

/**
 * What a leg begins with.
 *
 * @param actions with the decisions on them; empty before the proposal
 */
public record LegStart(RunRow row, List<DecidedAction> actions) {

    public LegStart {
        actions = List.copyOf(actions);
    }
}
