package io.outrider.cli.bench;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.outrider.cli.bench.Load.Outcome;
import io.outrider.orchestrator.v1.RunServiceGrpc.RunServiceStub;
import io.outrider.orchestrator.v1.StartRunResponse;
import io.outrider.orchestrator.v1.WatchRunRequest;
import io.outrider.orchestrator.v1.WatchRunResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts single runs at a fixed rate, however many are under way, as callers do who know nothing of each other. */
final class OpenLoad implements AutoCloseable {

    private static final long TICK_MILLIS = 10;
    private static final long AGAIN_MILLIS = 500;

    private final RunServiceStub runs;
    private final BenchAccounts accounts;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Long> refusals = new ArrayList<>();
    private int all;
    private int started;
    private int accepted;
    private int failed;
    private long lastStart;
    private long lastEnd;

    OpenLoad(RunServiceStub runs, BenchAccounts accounts) {
        // What comes of a call is only noted: to hand it to another thread would cost more.
        this.runs = runs.withExecutor(Runnable::run);
        this.accounts = accounts;
    }

    /** @return once all accepted runs have ended, or nothing ends any more for {@code patience} */
    Outcome run(int first, int count, double perSecond, Duration patience) throws InterruptedException {
        var begin = System.nanoTime();
        var _ = clock.scheduleAtFixedRate(
                () -> startDue(first, count, perSecond, begin), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        synchronized (this) {
            all = count;
            lastEnd = begin;
            while (!over() && System.nanoTime() - Math.max(lastEnd, lastStart) < patience.toNanos()) {
                wait(500);
            }
            return new Outcome(accepted, refusals.size() + failed, ended);
        }
    }

    /** How long each refusal took, from the call to its answer. */
    synchronized List<Long> refusals() {
        return List.copyOf(refusals);
    }

    /** Calls that ended in another way than a run or a refusal with the time to come back after. */
    synchronized int failed() {
        return failed;
    }

    /** From the last start to the last end. */
    synchronized double drainSeconds() {
        return Math.max(0, (lastEnd - lastStart) / 1e9);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private boolean over() {
        return started == all && accepted + refusals.size() + failed == all && ended.size() == accepted;
    }

    /** Who waits for the end is not woken for less: every waking costs the machine that is measured. */
    private void tellIfOver() {
        if (over()) {
            notifyAll();
        }
    }

    private void startDue(int first, int count, double perSecond, long begin) {
        var due = Math.min(count, (int) ((System.nanoTime() - begin) / 1e9 * perSecond));
        for (var number = claim(due); number >= 0; number = claim(due)) {
            start(first + number);
        }
    }

    private synchronized int claim(int due) {
        if (started >= due) {
            return -1;
        }
        lastStart = System.nanoTime();
        return started++;
    }

    private void start(int account) {
        var since = System.nanoTime();
        runs.startRun(accounts.single(account), new StreamObserver<StartRunResponse>() {
            @Override
            public void onNext(StartRunResponse answer) {
                taken();
                watch(answer.getRun().getId(), since);
            }

            @Override
            public void onError(Throwable failure) {
                refused(failure, System.nanoTime() - since);
            }

            @Override
            public void onCompleted() {}
        });
    }

    private synchronized void taken() {
        accepted++;
    }

    private synchronized void refused(Throwable failure, long took) {
        if (failure instanceof StatusRuntimeException e
                && e.getStatus().getCode() == Code.RESOURCE_EXHAUSTED
                && Refusal.namesATime(e)) {
            refusals.add(took);
        } else {
            failed++;
        }
        tellIfOver();
    }

    private void watch(String runId, long since) {
        var request =
                WatchRunRequest.newBuilder().setRunId(runId).setEndedOnly(true).build();
        runs.watchRun(request, new StreamObserver<WatchRunResponse>() {
            private boolean over;

            @Override
            public void onNext(WatchRunResponse change) {
                if (change.getRun().hasEndTime() && !over) {
                    over = true;
                    end(new Ended(
                            change.getRun().getState(), change.getRun().getDegraded(), System.nanoTime() - since));
                }
            }

            @Override
            public void onError(Throwable failure) {
                onCompleted();
            }

            @Override
            public void onCompleted() {
                if (!over && !clock.isShutdown()) {
                    var _ = clock.schedule(() -> watch(runId, since), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        });
    }

    private synchronized void end(Ended one) {
        lastEnd = System.nanoTime();
        ended.add(one);
        tellIfOver();
    }
}
