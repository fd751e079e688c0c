package io.outrider.orchestrator.run.queue;

import io.outrider.orchestrator.run.QueuePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives each new run its place among the waiting ones, so that workspaces take turns: start-time fair queueing (Goyal, Vin
 * and Cheng, 1996) with one tick per run. A run's tag is the larger of the virtual time, which is the tag of the last run
 * that was begun, and one tick after its workspace's last run. The tag is written where the queue sorts by, as a time long
 * past, and costs no query. Replicas keep their own tails: a workspace that calls two of them gets up to two turns.
 */
@ApplicationScoped
public class FairShare {

    private static final Instant OF_INTERACTIVE = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant OF_BATCH = Instant.parse("2005-01-01T00:00:00Z");
    private static final Instant OF_NONE = Instant.parse("2010-01-01T00:00:00Z");
    private static final int TAILS = 10_000;

    private final Lane interactive = new Lane(QueuePlace.INTERACTIVE, OF_INTERACTIVE);
    private final Lane batch = new Lane(QueuePlace.BATCH, OF_BATCH);

    /** The place of one run that somebody waits for. */
    public QueuePlace interactive(String workspace) {
        return interactive.next(workspace, 1);
    }

    /** The place of the first of some runs that nobody waits for; the others follow it. */
    public QueuePlace batch(String workspace, int runs) {
        return batch.next(workspace, runs);
    }

    /** A leg was begun, or is the first of those that wait when a replica starts. @param due as it stood in the queue */
    void begun(Instant due) {
        if (due.isBefore(OF_BATCH)) {
            interactive.reached(due);
        } else if (due.isBefore(OF_NONE)) {
            batch.reached(due);
        }
    }

    private static final class Lane {

        private final int priority;
        private final Instant epoch;
        private final Map<String, Long> tails = new HashMap<>();
        private long virtual;

        Lane(int priority, Instant epoch) {
            this.priority = priority;
            this.epoch = epoch;
        }

        synchronized QueuePlace next(String workspace, int runs) {
            var tag = Math.max(virtual, tails.getOrDefault(workspace, 0L));
            if (tails.size() >= TAILS) {
                tails.values().removeIf(tail -> tail <= virtual);
            }
            tails.put(workspace, tag + runs);
            return new QueuePlace(priority, epoch.plusMillis(tag));
        }

        synchronized void reached(Instant due) {
            virtual = Math.max(virtual, Duration.between(epoch, due).toMillis());
        }
    }
}
