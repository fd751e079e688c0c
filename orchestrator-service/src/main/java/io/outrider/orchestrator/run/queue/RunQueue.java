package io.outrider.orchestrator.run.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.outrider.orchestrator.run.LegHandler;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.RunConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Hands due legs to their handler. The leg's own last transaction removes or postpones its row, together with what it
 * stores of the run, so that nothing is left to do when the handler returns.
 */
@ApplicationScoped
public class RunQueue {

    /** After the data sources, before the first request. */
    private static final int LATE = 3000;

    /** The name of legs in the queue. */
    static final String LEG = "run";

    /** Times the first pause of a task. */
    private static final int LONGEST_PAUSE = 12;

    private final AgroalDataSource dataSource;
    private final LegHandler handler;
    private final RunConfig config;
    private final Clock clock;
    private final FairShare shares;
    private final Instance<QueueTask> tasks;
    private final DeadTasks dead;
    private final Pace pace;
    private final Takeovers takeovers;
    private @Nullable Scheduler scheduler;

    RunQueue(
            AgroalDataSource dataSource,
            LegHandler handler,
            RunConfig config,
            Clock clock,
            FairShare shares,
            @Any Instance<QueueTask> tasks,
            DeadTasks dead,
            Pace pace,
            Takeovers takeovers) {
        this.dataSource = dataSource;
        this.handler = handler;
        this.config = config;
        this.clock = clock;
        this.shares = shares;
        this.tasks = tasks;
        this.dead = dead;
        this.pace = pace;
        this.takeovers = takeovers;
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        takeovers.ofPredecessor(config.replica());
        new Backlog(dataSource).earliest().forEach(shares::begun);
        var started = Scheduler.create(dataSource, all())
                .schedulerName(new SchedulerName.Fixed(config.replica()))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("leg-", 0).factory()))
                .threads(config.inFlight())
                .pollUsingLockAndFetch(0.9, 1.0)
                .pollingInterval(config.pollInterval())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(config.shutdownWait())
                .enablePriority()
                .build();
        started.start();
        scheduler = started;
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Something is due: look now rather than at the next poll. */
    public void look() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private List<Task<?>> all() {
        List<Task<?>> all = new ArrayList<>();
        all.add(legs());
        tasks.forEach(task -> all.add(other(task)));
        return all;
    }

    private CustomTask<Void> other(QueueTask task) {
        return Tasks.custom(task.name(), Void.class)
                .onDeadExecution((complete, operations) -> takeovers.one(complete.getExecution()))
                .onFailure((complete, operations) -> failed(task, complete, operations))
                .execute((instance, context) -> {
                    task.run(instance.getId());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private CustomTask<Void> legs() {
        return Tasks.custom(LEG, Void.class)
                .onDeadExecution((complete, operations) -> takeovers.one(complete.getExecution()))
                .onFailure(this::stumbled)
                .execute((instance, context) -> {
                    var due = context.getExecution().getExecutionTime();
                    return carried(LegId.parse(instance.getId()), due);
                });
    }

    /** Only a run's first leg makes much work: others act on what was decided, and somebody has waited for that already. */
    private CompletionHandler<Void> carried(LegId leg, Instant due) {
        if (!leg.isFirst()) {
            handler.carry(leg);
            return ended();
        }
        if (!pace.enter(due)) {
            return (complete, operations) -> again(complete, operations, clock.instant());
        }
        shares.begun(due);
        try {
            handler.carry(leg);
            return ended();
        } finally {
            pace.leave();
        }
    }

    private void stumbled(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        if (complete.getCause().filter(Outage::is).isPresent()) {
            again(complete, operations, clock.instant().plus(config.heartbeat()));
            return;
        }
        var failures = execution.consecutiveFailures + 1;
        if (failures >= config.stumbles()) {
            var cause = complete.getCause().map(Throwable::toString).orElse("no cause");
            handler.giveUp(LegId.parse(execution.taskInstance.getId()), cause);
        } else {
            operations.reschedule(
                    complete, clock.instant().plus(config.heartbeat().multipliedBy(failures)));
        }
    }

    private void failed(QueueTask task, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        if (complete.getCause().filter(Outage::passes).isPresent()) {
            again(complete, operations, clock.instant().plus(task.pause()));
            return;
        }
        var failures = execution.consecutiveFailures + 1;
        if (failures >= task.attempts()) {
            var cause = complete.getCause().map(Throwable::toString).orElse("no cause");
            dead.bury(task.name(), execution.taskInstance.getId(), failures, cause);
        } else {
            var pause = task.pause().multipliedBy(Math.min(failures, LONGEST_PAUSE));
            operations.reschedule(complete, clock.instant().plus(pause));
        }
    }

    /** That the database was away says nothing of the run: it is not counted against it. */
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations, Instant at) {
        var now = clock.instant();
        operations.reschedule(ExecutionComplete.success(complete.getExecution(), now, now), at);
    }

    private static CompletionHandler<Void> ended() {
        return (complete, operations) -> {};
    }
}
