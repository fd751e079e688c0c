package io.outrider.orchestrator.decision;

import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.queue.RunQueue;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows the decisions of the review service on a thread of its own, from the stored place on, for ever. */
@ApplicationScoped
class DecisionReader {

    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Agents agents;
    private final ReaderLease lease;
    private final DecisionStore store;
    private final RunQueue queue;
    private final Clock clock;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    DecisionReader(Agents agents, ReaderLease lease, DecisionStore store, RunQueue queue, Clock clock) {
        this.agents = agents;
        this.lease = lease;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("decisions").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void follow() {
        var pause = Duration.ofMillis(200);
        while (!stopped) {
            try {
                var held = lease.take().join();
                if (held.isPresent()) {
                    pause = Duration.ofMillis(200);
                    read(held.get());
                } else {
                    pause = RENEW_EVERY;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                Log.debugf(e, "Decisions are not being read");
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
            if (!rest(pause)) {
                return;
            }
        }
    }

    private void read(ReaderLease.Held held) throws InterruptedException {
        try (var stream = DecisionStream.open(agents.decisions(), held.cursor())) {
            var renewed = clock.instant();
            while (!stopped) {
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
            if (stopped) {
                lease.release(held.epoch()).join();
            }
        }
    }

    private boolean due(Instant renewed) {
        return !clock.instant().isBefore(renewed.plus(RENEW_EVERY));
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
