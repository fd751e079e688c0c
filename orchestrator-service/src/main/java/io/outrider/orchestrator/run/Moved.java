package io.outrider.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** What became of a transition. */
public sealed interface Moved {

    /**
     * @param cancelReason not null where somebody asked to cancel since
     * @param hold why the run must not go on for now
     */
    record Won(long version, @Nullable String cancelReason, Hold hold) implements Moved {}

    /** The run is no longer at the version we read: another execution has it. Stop, and write nothing more. */
    record Lost() implements Moved {}
}
