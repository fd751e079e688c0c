package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.Moved;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stores a run under way, and with it all that is unstored. Every commit is a compare-and-set; losing one throws {@link Interrupted}
 * and nothing more is written.
 */
final class Commits {

    private final RunStore store;
    private final Clock clock;
    private final Unstored unstored;
    private Instant last;

    Commits(RunStore store, Clock clock, LegStart start) {
        this.store = store;
        this.clock = clock;
        unstored = new Unstored(start.actions().stream().map(a -> a.action()).toList());
        last = clock.instant();
    }

    Unstored unstored() {
        return unstored;
    }

    boolean longAgo(Duration time) {
        return !clock.instant().isBefore(last.plus(time));
    }

    /** @param run of which the row was made: gets the version that the commit gave it */
    void move(Run.Builder run, RunRow row, Move.Then then) {
        var answer = store.move(unstored.with(row, then)).join();
        committed();
        switch (answer) {
            case Moved.Lost ignored -> throw new Interrupted.Overtaken();
            case Moved.Won won -> won(run, won, then);
        }
    }

    private static void won(Run.Builder run, Moved.Won won, Move.Then then) {
        run.setVersion(won.version());
        if (won.cancelReason() != null && then instanceof Move.Then.GoOn) {
            throw new Interrupted.Cancelled(won.cancelReason());
        }
        if (won.hold() != Hold.NONE && then instanceof Move.Then.GoOn) {
            throw new Interrupted.Held(won.hold().reason());
        }
    }

    /** What has happened since the last commit travels with the claim. */
    Claim claim(RunKey key, Run.Builder run, Claim.Wanted wanted) {
        return unstored.with(key, run.getVersion(), Timestamps.toInstant(run.getCreateTime()), wanted);
    }

    /** The claim's commit moved the run. */
    void claimed(Run.Builder run, long version) {
        run.setVersion(version);
        committed();
    }

    private void committed() {
        unstored.committed();
        last = clock.instant();
    }
}
