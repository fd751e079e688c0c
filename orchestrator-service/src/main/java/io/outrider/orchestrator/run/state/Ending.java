package io.outrider.orchestrator.run.state;

import java.util.Collection;

/**
 * What a run becomes when its execution has done all it can for now.
 *
 * @param ended whether the run is over; a run that needs attention may still wait for a reviewer too
 */
public record Ending(RunState state, boolean ended) {

    /**
     * @param disqualified the account did not get past qualification
     * @param onFailure what the playbook wants where a provider refused an action
     */
    public static Ending of(Collection<ActionState> actions, boolean disqualified, OnFailure onFailure) {
        var waiting = actions.contains(ActionState.PENDING_REVIEW);
        if (actions.contains(ActionState.UNKNOWN)) {
            return new Ending(RunState.NEEDS_ATTENTION, !waiting);
        }
        if (waiting) {
            return new Ending(RunState.WAITING, false);
        }
        if (actions.contains(ActionState.FAILED)) {
            return afterFailure(onFailure, disqualified);
        }
        return good(disqualified);
    }

    private static Ending afterFailure(OnFailure onFailure, boolean disqualified) {
        return switch (onFailure) {
            case CONTINUE_PARTIAL -> good(disqualified);
            case REVIEW -> new Ending(RunState.NEEDS_ATTENTION, true);
            case RETRY, HALT -> new Ending(RunState.FAILED, true);
        };
    }

    private static Ending good(boolean disqualified) {
        return new Ending(disqualified ? RunState.DISQUALIFIED : RunState.COMPLETED, true);
    }
}
