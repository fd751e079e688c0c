package io.outrider.orchestrator.run.state;

import java.util.Set;

/** Where a run stands. Stored by name. */
public enum RunState {
    /** An execution is enqueued and has not begun, or waits for its next try. */
    QUEUED,
    RUNNING,
    /** For a reviewer. Holds no thread, connection or execution. */
    WAITING,
    COMPLETED,
    DISQUALIFIED,
    CANCELLED,
    FAILED,
    /** An outcome is unknown, or a step's policy asks for a person. Ended unless a reviewer still has to decide. */
    NEEDS_ATTENTION,
    /** For a budget, a paused batch or an open breaker. Holds no thread; whoever lifts it enqueues the next leg. */
    HELD;

    private static final Set<RunState> ENDED = Set.of(COMPLETED, DISQUALIFIED, CANCELLED, FAILED);

    /** Nothing but a replay moves such a run again. */
    public boolean ended() {
        return ENDED.contains(this);
    }

    /** Whether one transition may lead from here to there. */
    public boolean leadsTo(RunState next) {
        return switch (this) {
            case QUEUED, HELD -> next == RUNNING || next == QUEUED || next == CANCELLED || next == FAILED;
            case RUNNING -> true;
            case WAITING, NEEDS_ATTENTION -> next == QUEUED || next == CANCELLED;
            case COMPLETED, DISQUALIFIED, CANCELLED -> false;
            case FAILED -> next == QUEUED;
        };
    }
}
