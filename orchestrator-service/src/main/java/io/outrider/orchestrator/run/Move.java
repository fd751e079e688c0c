package io.outrider.orchestrator.run;

import io.outrider.orchestrator.v1.TimelineEntry;
import java.time.Instant;
import java.util.List;

/**
 * One transition of a run: compare-and-set on the version it was read with.
 *
 * @param next the row as it shall be, with the version it was read with
 * @param entries what happened
 * @param actions those that are new or changed
 * @param settled effects whose outcome is known now; written even where the run has moved on without us
 */
public record Move(
        RunRow next, List<TimelineEntry> entries, List<ActionRow> actions, List<Settlement> settled, Then then) {

    public Move {
        entries = List.copyOf(entries);
        actions = List.copyOf(actions);
        settled = List.copyOf(settled);
    }

    /** What becomes of the execution. */
    public sealed interface Then {

        /** It goes on. */
        record GoOn() implements Then {}

        /** It ends; the run is over, or a decision enqueues its next leg. */
        record End() implements Then {}

        /** The same leg again, later. */
        record Later(Instant at) implements Then {}
    }
}
