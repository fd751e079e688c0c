package io.outrider.orchestrator.decision;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.lookout.Lookout;
import io.outrider.orchestrator.run.RunChanges;
import io.outrider.orchestrator.run.store.Withdrawals;
import io.outrider.review.v1.WithdrawProposalsRequest;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

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
    private final Lookout lookout = new Lookout(
            "withdraw", LOOK_EVERY, this::all, e -> Log.debugf(e, "The gate has not heard of cancelled runs yet"));

    Withdraw(Agents agents, Withdrawals withdrawals, RunChanges changes) {
        this.agents = agents;
        this.withdrawals = withdrawals;
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        changes.watchCancelled(run -> lookout.wake());
        lookout.start();
    }

    void stop(@Observes ShutdownEvent event) {
        lookout.stop();
    }

    private void all() {
        for (var due = withdrawals.take().join();
                !due.isEmpty();
                due = withdrawals.take().join()) {
            due.forEach(this::tell);
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
