package io.outrider.orchestrator.decision;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.store.Withdrawals;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the gate of cancelled runs, so that nobody reviews what nobody will do. On a thread of its own: cancelling never
 * waits for the gate, and the gate hears of it in the end whatever is down meanwhile.
 */
@ApplicationScoped
class Withdraw {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Agents agents;
    private final Withdrawals withdrawals;
    private final RunChanges changes;
    private final Semaphore look = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    Withdraw(Agents agents, Withdrawals withdrawals, RunChanges changes) {
        this.agents = agents;
        this.withdrawals = withdrawals;
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        changes.watchCancelled(run -> look.release());
        thread = Thread.ofVirtual().name("withdraw").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void follow() {
        while (!stopped) {
            try {
                look.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                look.drainPermits();
                for (var due = withdrawals.take().join();
                        !due.isEmpty();
                        due = withdrawals.take().join()) {
                    due.forEach(this::tell);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                Log.debugf(e, "The gate has not heard of cancelled runs yet");
            }
        }
    }

    private void tell(Withdrawals.Due due) {
        try {
            ask(due);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Code.ALREADY_EXISTS) {
                Log.debugf(
                        e,
                        "The gate has not heard that run %s was cancelled",
                        due.run().id());
                return;
            }
        }
        withdrawals.done(due.run()).join();
    }

    private void ask(Withdrawals.Due due) {
        agents.review(due.run().workspace(), DEADLINE)
                .withdrawProposals(WithdrawProposalsRequest.newBuilder()
                        .setRequestId(due.run().id() + ":withdraw")
                        .setRunId(due.run().id())
                        .setReason(due.reason())
                        .addAllUsedGrantIds(due.usedGrants())
                        .build());
    }
}
