package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.Accepted;
import io.outrider.orchestrator.run.Asked;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.Moved;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.RunFilter;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.queue.Pace;
import io.outrider.orchestrator.v1.RefusedEntry;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one door to the run tables. */
@ApplicationScoped
public class RunStore {

    private final Accepts accepts;
    private final Batches batches;
    private final Cancels cancels;
    private final Retries retries;
    private final Reads reads;
    private final LegEnds ends;
    private final Clock clock;
    private final RunChanges changes;
    private final Pace pace;
    private final MoveMeters meters;
    private final GroupCommit<Accepts.Command, Accepted> accepting;
    private final GroupCommit<LegId, Optional<LegStart>> beginning;
    private final GroupCommit<Move, Moved> moving;
    private final GroupCommit<Asked, Optional<Accepted.Repeatable>> repeating;
    private final GroupCommit<RunKey, Optional<Run>> reading;

    RunStore(Pool pool, Clock clock, Wakes wakes, RunChanges changes, Pace pace, MoveMeters meters) {
        this.meters = meters;
        this.pace = pace;
        this.clock = clock;
        this.changes = changes;
        accepts = new Accepts(pool);
        batches = new Batches(pool);
        cancels = new Cancels(pool);
        retries = new Retries(pool);
        reads = new Reads(pool);
        ends = new LegEnds(pool);
        accepting = new GroupCommit<>(
                Comparator.comparing(c -> c.run().run().getAccount().getDomain()), accepts::commit);
        beginning = new GroupCommit<>(Comparator.comparing(LegId::run), new Begins(pool, clock)::commit);
        repeating = new GroupCommit<>(Comparator.comparing(Asked::requestId), new Repeats(pool)::find);
        reading = new GroupCommit<>(Comparator.naturalOrder(), reads::withActions);
        moving = new GroupCommit<>(Comparator.comparing(m -> m.next().key()), new Moves(pool, clock, wakes)::commit);
    }

    public Uni<Accepted> accept(Asked asked, NewRun run) {
        return Uni.createFrom().completionStage(() -> accepting.submit(new Accepts.Command(asked, run)));
    }

    public Uni<StartBatchResponse> acceptBatch(
            Asked asked, String batchId, List<NewRun> runs, List<RefusedEntry> refused) {
        return uni(() -> batches.accept(asked, batchId, runs, refused, clock.instant()));
    }

    /** What the request was answered; empty where it was not, or came to no run. */
    public Uni<Optional<Accepted.Repeatable>> repeated(Asked asked) {
        return Uni.createFrom().completionStage(() -> repeating.submit(asked));
    }

    public Uni<Optional<StartBatchResponse>> repeatedBatch(Asked asked) {
        return uni(() -> batches.repeated(asked));
    }

    /** Empty for a leg that is not the run's present one, or whose run has ended. */
    public CompletableFuture<Optional<LegStart>> begin(LegId leg) {
        return beginning.submit(leg).whenComplete((start, failure) -> changes.wentOn(leg.run()));
    }

    public CompletableFuture<Moved> move(Move move) {
        var since = System.nanoTime();
        return moving.submit(move).whenComplete((moved, failure) -> {
            if (failure == null) {
                pace.answered(since);
                if (moved instanceof Moved.Won) {
                    meters.moved(move.next().run());
                }
            } else {
                pace.failed(since);
            }
            if (move.then() instanceof Move.Then.GoOn) {
                changes.wentOn(move.next().key());
            } else {
                changes.changed(move.next().key());
            }
        });
    }

    /** The leg is not its run's present one: removes it from the queue. */
    public CompletableFuture<Void> drop(LegId leg) {
        return ends.drop(leg).toCompletionStage().toCompletableFuture();
    }

    /**
     * Frees for another try what a provider refused: it provably did not happen, and its grant still stands.
     *
     * @param most tries of one grant
     * @return by grant, how often each has been tried; without those that are used up
     */
    public CompletableFuture<Map<String, Integer>> reopen(RunKey run, List<String> grants, int most) {
        return ends.reopen(run, grants, most).toCompletionStage().toCompletableFuture();
    }

    /** How often the effect was tried that was tried most, of these grants; 1 where none was. */
    public CompletableFuture<Integer> tries(RunKey run, List<String> grants) {
        return ends.tries(run, grants).toCompletionStage().toCompletableFuture();
    }

    /** The leg keeps breaking for a reason of our own: its run fails, and can be replayed. */
    public CompletableFuture<Void> giveUp(LegId leg, String reason) {
        return ends.giveUp(leg, reason, clock.instant())
                .toCompletionStage()
                .toCompletableFuture()
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        meters.gaveUp();
                    }
                    changes.changed(leg.run());
                });
    }

    /** @return false where the run has ended already, or there is none */
    public Uni<Boolean> cancel(RunKey run, String reason) {
        return uni(() -> cancels.cancel(run, reason, clock.instant())).invoke(() -> {
            changes.changed(run);
            changes.cancelled(run);
        });
    }

    /** Fails with {@link io.outrider.kit.error.StateForbids} where the run is no dead letter. */
    public Uni<Void> retry(Asked asked, RunKey run) {
        return uni(() -> retries.retry(asked, run, clock.instant())).invoke(() -> changes.changed(run));
    }

    /** With timeline and actions. */
    public Uni<Optional<Run>> get(RunKey run) {
        return uni(() -> reads.get(run));
    }

    /**
     * With actions, without timeline; empty where there is no such run. Many watchers read many runs: what they ask for at the
     * same time is read together.
     */
    public CompletableFuture<Optional<Run>> withActions(RunKey run) {
        return reading.submit(run);
    }

    /** Of those that there are, in no particular order. */
    public Uni<List<Standing>> standings(List<RunKey> runs) {
        return uni(() -> reads.standings(runs));
    }

    public Uni<List<String>> idsOfBatch(String workspace, String batchId) {
        return uni(() -> reads.idsOfBatch(workspace, batchId));
    }

    /**
     * Newest first.
     *
     * @param before id of the last run of the page before; empty for the first page
     */
    public Uni<List<Run>> list(RunFilter filter, String before, int limit) {
        return uni(() -> reads.list(filter, before, limit));
    }

    private static <T> Uni<T> uni(java.util.function.Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
