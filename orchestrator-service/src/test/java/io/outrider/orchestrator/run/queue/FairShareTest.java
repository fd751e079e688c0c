package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.run.QueuePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private record Waiting(String workspace, int number, QueuePlace place) {}

    private FairShare shares = new FairShare();

    /** As the queue picks: by priority, then by time. */
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparing((Waiting w) -> -w.place().priority())
                    .thenComparing(w -> w.place().due()));

    @Test
    void servesASingleRunBeforeAnotherWorkspacesBatch() {
        batch("a", 5_000);
        serve(100);
        queue.add(new Waiting("b", 0, shares.interactive("b")));

        assertThat(serve(1)).extracting(Waiting::workspace).containsExactly("b");
    }

    @Test
    void letsBatchesTakeTurnsWheneverTheyCame() {
        batch("a", 5_000);
        serve(1_000);
        batch("b", 100);

        var next = serve(200);

        assertThat(next).filteredOn(w -> w.workspace().equals("b")).hasSizeBetween(99, 100);
    }

    @Test
    void keepsNoCreditForIdleTime() {
        batch("a", 1_000);
        serve(1_000);
        batch("a", 100);
        batch("b", 100);

        assertThat(serve(100)).filteredOn(w -> w.workspace().equals("a")).hasSize(50);
    }

    @Test
    void putsNobodyBeforeWhatWaitedWhenTheReplicaStarted() {
        batch("a", 1_000);
        serve(500);
        var backlog = queue.peek().place().due();
        shares = new FairShare();
        shares.begun(backlog);
        batch("b", 500);

        assertThat(serve(100)).filteredOn(w -> w.workspace().equals("a")).hasSize(50);
    }

    @Test
    void keepsTheOrderWithinAWorkspace() {
        batch("a", 50);
        batch("a", 50);

        assertThat(serve(100)).extracting(w -> w.place().due()).isSorted();
    }

    private void batch(String workspace, int runs) {
        var first = shares.batch(workspace, runs);
        for (int i = 0; i < runs; i++) {
            queue.add(new Waiting(workspace, i, first.after(i)));
        }
    }

    private List<Waiting> serve(int most) {
        List<Waiting> served = new ArrayList<>();
        for (int i = 0; i < most && !queue.isEmpty(); i++) {
            var next = queue.remove();
            shares.begun(next.place().due());
            served.add(next);
        }
        return served;
    }
}
