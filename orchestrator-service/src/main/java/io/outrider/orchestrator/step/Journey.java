package io.outrider.orchestrator.step;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.Levels;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.RunRow;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.SpendLimit;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.orchestrator.run.store.RunStore;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run under way on one thread: what is known of it, what happens to it, and how its leg goes on or ends. */
final class Journey {

    private final Clock clock;
    private final String workspace;
    private final int leg;
    private final String requestedPlaybook;
    private final boolean levelOpen;
    private final Pinned library;
    private final Run.Builder run;
    private final Trouble trouble;
    private final Commits commits;
    private final Round round = new Round();
    private final Spent spent = new Spent();
    private boolean disqualified;

    Journey(RunStore store, Clock clock, LegStart start, Pinned library) {
        this.clock = clock;
        this.library = library;
        var row = start.row();
        workspace = row.workspace();
        leg = row.leg();
        requestedPlaybook = row.requestedPlaybook();
        levelOpen = row.levelOpen();
        run = row.run().toBuilder();
        trouble = new Trouble(row);
        commits = new Commits(store, clock, start);
        disqualified = row.disqualified();
    }

    String workspace() {
        return workspace;
    }

    RunKey key() {
        return new RunKey(workspace, run.getId());
    }

    String requestedPlaybook() {
        return requestedPlaybook;
    }

    /** Whether the caller left the level to the playbook that qualification chooses. */
    boolean levelOpen() {
        return levelOpen;
    }

    /**
     * Of questions up to the choice of a playbook. Stays as it was when the level has been settled since: an agent refuses its
     * request id with another level.
     */
    Level levelBeforeChoice() {
        return levelOpen ? Levels.USUAL : run.getLevel();
    }

    Pinned library() {
        return library;
    }

    /** As the next commit will write it. */
    Run.Builder run() {
        return run;
    }

    /** Stable for the step, whoever carries the run: what an agent did once it answers again. */
    String requestId(RunStep step) {
        return run.getId() + ":" + step.word() + round.suffix();
    }

    /** Of questions to the agents. */
    Round round() {
        return round;
    }

    Spent spent() {
        return spent;
    }

    /** Of the run so far, the round under way included. */
    Cost cost() {
        return Costs.sum(run.getCost(), round.spent());
    }

    Instant now() {
        return clock.instant();
    }

    boolean disqualified() {
        return disqualified;
    }

    void disqualify() {
        disqualified = true;
    }

    /** What went wrong so far. */
    Trouble trouble() {
        return trouble;
    }

    /** The step failed and its playbook goes on without it. */
    void skip(RunStep step, String why) {
        trouble.skip(step, why);
        run.setPartial(true);
    }

    /** The run will end as a dead letter because of this. */
    void fail(RunStep step, String code, String message, int attempts) {
        trouble.fail(DeadLetter.of(step, code, message, attempts, now()));
    }

    void failUnlessTold(RunStep step, String code, String message) {
        if (trouble.failure() == null) {
            fail(step, code, message, 1);
        }
    }

    /** Whether an earlier leg has recorded the step: its costs and marks are in the run already. */
    boolean recorded(RunStep step) {
        return run.getStep().getNumber() > step.ordinal() + 1;
    }

    void reach(RunStep step) {
        if (!recorded(step)) {
            run.setStepValue(step.ordinal() + 1);
        }
    }

    List<ActionRow> actions() {
        return commits.unstored().actions();
    }

    void put(ActionRow action) {
        commits.unstored().put(action);
    }

    void settle(Settlement settlement) {
        commits.unstored().settle(settlement);
    }

    void tell(RunStep step, String event, String detail) {
        tell(step, event, detail, UnaryOperator.identity());
    }

    /** @param grounds adds what it cost or rests on */
    void tell(RunStep step, String event, String detail, UnaryOperator<TimelineEntry.Builder> grounds) {
        commits.unstored().tell(Told.of(now(), step, event, detail, grounds));
    }

    /** Stores progress where the run was last stored so long ago; else it goes with the next commit. */
    void progress(Duration after) {
        if (commits.longAgo(after)) {
            commit();
        }
    }

    /** This leg goes on. */
    void commit() {
        commit(new Move.Then.GoOn());
    }

    /** Stores that the run waits or is over; this leg ends. */
    void commitEnd(RunState state, boolean ended, String reason) {
        run.setState(state).setReason(reason).clearFailure();
        trouble.outage(null);
        var failed = trouble.failure();
        if (failed != null) {
            run.setFailure(failed);
        }
        if (ended) {
            run.setEndTime(Timestamps.toWire(now()));
        }
        commit(new Move.Then.End());
    }

    /** Stores that this leg goes on later. */
    void commitLater(Instant at, String reason) {
        run.setState(RunState.RUN_STATE_QUEUED).setReason(reason);
        commit(new Move.Then.Later(at));
    }

    /**
     * Stores that the run waits for something other than a reviewer.
     *
     * @param until when this leg comes back by itself; null where somebody else enqueues the next one
     */
    void commitHeld(String reason, @Nullable Instant until) {
        run.setState(RunState.RUN_STATE_HELD).setReason(reason);
        commit(until == null ? new Move.Then.End() : new Move.Then.Later(until));
    }

    private void commit(Move.Then then) {
        var row = new RunRow(
                workspace,
                run.build(),
                leg,
                requestedPlaybook,
                levelOpen,
                disqualified,
                trouble.skipped(),
                trouble.missing(),
                trouble.outageSince(),
                null,
                Hold.NONE,
                SpendLimit.NONE);
        commits.move(run, row, then);
    }

    /** What has happened since the last commit travels with the claim. */
    Claim claim(Claim.Wanted wanted) {
        return commits.claim(key(), run, wanted);
    }

    /** The claim's commit moved the run. */
    void claimed(long version) {
        commits.claimed(run, version);
    }
}
