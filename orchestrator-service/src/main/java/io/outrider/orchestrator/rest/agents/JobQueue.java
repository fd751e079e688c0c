package io.outrider.orchestrator.rest.agents;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Hands due jobs to {@link JobWork}, on whichever replica has a hand free; a dead one's jobs are taken over. */
@ApplicationScoped
class JobQueue {

    /** After the data sources, before the first request. */
    private static final int LATE = 3000;

    private static final int AT_ONCE = 32;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration STUMBLE = Duration.ofSeconds(10);

    /** Deaths of a replica count too: ten minutes of them, and the caller hears of it. */
    private static final int MOST_STUMBLES = 60;

    private static final String FORGET = "delete from agent_call c where create_time < ? and not exists"
            + " (select 1 from agent_task t where t.task_name = 'agent' and t.task_instance = c.workspace_id || '/' || c.id)";

    private final AgroalDataSource dataSource;
    private final JobWork work;
    private final CallbackConfig config;
    private final Clock clock;
    private final String replica;
    private @Nullable Scheduler scheduler;

    JobQueue(
            AgroalDataSource dataSource,
            JobWork work,
            CallbackConfig config,
            Clock clock,
            @ConfigProperty(name = "outrider.runs.replica") String replica) {
        this.dataSource = dataSource;
        this.work = work;
        this.config = config;
        this.clock = clock;
        this.replica = replica;
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        var started = Scheduler.create(dataSource, jobs())
                .startTasks(forgetting())
                .tableName("agent_task")
                .schedulerName(new SchedulerName.Fixed(replica))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("agent-job-", 0).factory()))
                .threads(AT_ONCE)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(2))
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
    void look() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private CustomTask<Void> jobs() {
        return Tasks.custom("agent", Void.class)
                .onDeadExecutionRevive()
                .onFailure(this::stumbled)
                .execute((instance, context) -> {
                    var job = Job.of(instance.getId());
                    return work.carry(job.workspace(), job.id())
                            .<CompletionHandler<Void>>map(
                                    time -> (complete, operations) -> operations.reschedule(complete, time))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private void stumbled(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        if (execution.consecutiveFailures + 1 < MOST_STUMBLES) {
            operations.reschedule(complete, clock.instant().plus(STUMBLE));
            return;
        }
        var cause = complete.getCause().map(Throwable::toString).orElse("no cause");
        var job = Job.of(execution.taskInstance.getId());
        Log.errorf("Agent job %s broke too often: %s", job.id(), cause);
        if (work.giveUp(job.workspace(), job.id(), cause)) {
            var now = clock.instant();
            operations.reschedule(ExecutionComplete.success(execution, now, now), now);
        } else {
            operations.remove();
        }
    }

    private record Job(String workspace, String id) {

        static Job of(String instance) {
            var slash = instance.lastIndexOf('/');
            return new Job(instance.substring(0, slash), instance.substring(slash + 1));
        }
    }

    private RecurringTask<Void> forgetting() {
        return Tasks.recurring("forget", FixedDelay.ofHours(6)).execute((instance, context) -> {
            try (var connection = dataSource.getConnection();
                    var delete = connection.prepareStatement(FORGET)) {
                delete.setTimestamp(1, Timestamp.from(clock.instant().minus(config.keep())));
                delete.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
