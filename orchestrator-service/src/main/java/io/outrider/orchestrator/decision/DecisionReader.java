package io.outrider.orchestrator.decision;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.lookout.Lookout;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Follows the decisions of the review service on a thread of its own, from the stored place on, for ever. */
@ApplicationScoped
class DecisionReader {

    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Agents agents;
    private final ReaderLease lease;
    private final DecisionStore store;
    private final RunQueue queue;
    private final Clock clock;
    private final Lookout lookout = new Lookout(
            "decisions", REST, LONGEST_REST, this::look, e -> Log.debugf(e, "Decisions are not being read"));

    DecisionReader(Agents agents, ReaderLease lease, DecisionStore store, RunQueue queue, Clock clock) {
        this.agents = agents;
        this.lease = lease;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        lookout.wake();
        lookout.start();
    }

    void stop(@Observes ShutdownEvent event) {
        lookout.stop();
    }

    private void look() throws InterruptedException {
        var held = lease.take().join();
        lookout.rest(held.isPresent() ? REST : RENEW_EVERY);
        if (held.isPresent()) {
            read(held.get());
        }
    }

    private void read(ReaderLease.Held held) throws InterruptedException {
        try (var stream = DecisionStream.open(agents.decisions(), held.cursor())) {
            var renewed = clock.instant();
            while (!lookout.stopped()) {
                var decisions = stream.next(RENEW_EVERY);
                if (!decisions.isEmpty()) {
                    if (!store.store(decisions, held.epoch()).join()) {
                        return;
                    }
                    queue.look();
                    stream.handled(decisions.size());
                }
                if (due(renewed)) {
                    if (!lease.renew(held.epoch()).join()) {
                        return;
                    }
                    renewed = clock.instant();
                }
            }
        } finally {
            if (lookout.stopped()) {
                lease.release(held.epoch()).join();
            }
        }
    }

    private boolean due(Instant renewed) {
        return !clock.instant().isBefore(renewed.plus(RENEW_EVERY));
    }
}
