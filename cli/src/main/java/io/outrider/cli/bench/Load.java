package io.outrider.cli.bench;

import io.grpc.stub.StreamObserver;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceStub;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.orchestrator.v1.StartBatchResponse;
import io.outrider.orchestrator.v1.WatchRunRequest;
import io.outrider.orchestrator.v1.WatchRunResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Keeps so many accounts in flight, in small batches: as many as have ended are started anew. Goes on where it was when the
 * orchestrator goes away and comes back. Holds no thread while it waits.
 */
final class Load implements AutoCloseable {

    private static final long AGAIN_MILLIS = 250;

    private final RunServiceStub runs;
    private final BenchAccounts accounts;
    private final int concurrency;
    private final int chunk;
    private final IntConsumer progress;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final List<Ended> ended = new ArrayList<>();
    private final Map<String, Long> moving = new HashMap<>();
    private int next;
    private int left;
    private int all;
    private int asked;
    private int accepted;
    private int refused;
    private long lastEnd;

    /** @param progress told how many have ended */
    Load(RunServiceStub runs, BenchAccounts accounts, int concurrency, IntConsumer progress) {
        // What comes of a call is only noted: to hand it to another thread would cost more.
        this.runs = runs.withExecutor(Runnable::run);
        this.accounts = accounts;
        this.concurrency = concurrency;
        this.chunk = Math.max(1, concurrency / 16);
        this.progress = progress;
    }

    /** What came of it; whatever has not ended when nothing ends any more for {@code patience} is lost. */
    record Outcome(int accepted, int refused, List<Ended> ended) {

        Outcome {
            ended = List.copyOf(ended);
        }

        int lost() {
            return accepted - ended.size();
        }
    }

    /** Drives accounts {@code first} to {@code first + count - 1} to their end. */
    synchronized Outcome run(int first, int count, Duration patience) throws InterruptedException {
        next = first;
        left = count;
        all = count;
        lastEnd = System.nanoTime();
        refill();
        while (!over() && System.nanoTime() - lastEnd < patience.toNanos()) {
            wait(1_000);
        }
        return new Outcome(accepted, refused, ended);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private boolean over() {
        return ended.size() + refused >= all;
    }

    private synchronized void refill() {
        while (left > 0 && concurrency - asked - moving.size() >= Math.min(chunk, left)) {
            var size = Math.min(chunk, left);
            var request = accounts.batch(next, size);
            next += size;
            left -= size;
            asked += size;
            start(request, System.nanoTime());
        }
    }

    private void start(StartBatchRequest request, long since) {
        runs.startBatch(request, new Once<StartBatchResponse>() {
            @Override
            public void onNext(StartBatchResponse answer) {
                taken(request, answer, since);
            }

            @Override
            public void onError(Throwable failure) {
                again(() -> start(request, since));
            }
        });
    }

    private synchronized void taken(StartBatchRequest request, StartBatchResponse answer, long since) {
        asked -= request.getEntriesCount();
        accepted += answer.getRunsCount();
        refused += answer.getRefusedCount();
        answer.getRunsList().forEach(run -> moving.put(run.getId(), since));
        if (answer.getRunsCount() > 0) {
            watch(
                    answer.getBatchId(),
                    answer.getRunsList().stream().map(Run::getId).toList());
        }
    }

    private void watch(String batchId, List<String> ids) {
        var request = WatchRunRequest.newBuilder()
                .setBatchId(batchId)
                .setEndedOnly(true)
                .build();
        runs.watchRun(request, new Once<WatchRunResponse>() {
            @Override
            public void onNext(WatchRunResponse change) {
                if (change.getRun().hasEndTime()) {
                    end(change.getRun());
                }
            }

            @Override
            public void onError(Throwable failure) {
                onCompleted();
            }

            @Override
            public void onCompleted() {
                if (someMove(ids)) {
                    again(() -> watch(batchId, ids));
                }
            }
        });
    }

    private synchronized void end(Run run) {
        var since = moving.remove(run.getId());
        if (since == null) {
            return;
        }
        lastEnd = System.nanoTime();
        ended.add(new Ended(run.getState(), run.getDegraded(), lastEnd - since));
        progress.accept(ended.size());
        refill();
        if (over()) {
            notifyAll();
        }
    }

    private synchronized boolean someMove(List<String> ids) {
        return ids.stream().anyMatch(moving::containsKey);
    }

    private void again(Runnable call) {
        if (!later.isShutdown()) {
            var _ = later.schedule(call, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private abstract static class Once<T> implements StreamObserver<T> {

        @Override
        public void onCompleted() {}
    }
}
