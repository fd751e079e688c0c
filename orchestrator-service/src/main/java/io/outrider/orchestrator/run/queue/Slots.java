package io.outrider.orchestrator.run.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Slots that become more and fewer while some are taken. Whoever was due first has the next one; of equals, who asked first. */
final class Slots {

    private final Queue<Waiter> line =
            new PriorityQueue<>(Comparator.comparing(Waiter::due).thenComparing(Waiter::number));
    private int most;
    private int taken;
    private long asked;
    private boolean closed;

    Slots(int most) {
        this.most = most;
    }

    /**
     * Waits, on a virtual thread.
     *
     * @param due as it stands in the queue, where a single run is due before any batch
     * @return false where there will be none any more
     */
    boolean enter(Instant due) {
        return turn(due).join();
    }

    /** Completes when the slot is given, or with false. */
    synchronized CompletableFuture<Boolean> turn(Instant due) {
        var mine = new Waiter(due, asked++, new CompletableFuture<>());
        if (closed) {
            mine.turn.complete(false);
        } else {
            line.add(mine);
            admit();
        }
        return mine.turn;
    }

    synchronized void leave() {
        taken--;
        admit();
    }

    /** Whoever has a slot keeps it. */
    synchronized void resize(int now) {
        most = now;
        admit();
    }

    synchronized void close() {
        closed = true;
        line.forEach(waiter -> waiter.turn.complete(false));
        line.clear();
    }

    synchronized int taken() {
        return taken;
    }

    private void admit() {
        while (taken < most && !line.isEmpty()) {
            taken++;
            line.remove().turn.complete(true);
        }
    }

    private record Waiter(Instant due, long number, CompletableFuture<Boolean> turn) {}
}
