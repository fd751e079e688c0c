package io.outrider.orchestrator.run.store;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Gathers commands that arrive while earlier ones are being committed, and commits them together. A lone command does not
 * wait for company. A batch that the database refuses is split, so that one bad command harms no other.
 *
 * @param <C> a command; sorted within a batch, so that two batches lock rows in one order
 * @param <R> what became of it
 */
public final class GroupCommit<C, R> {

    private static final int LARGEST = 128;

    /** One transaction under way at a time: what comes meanwhile is committed together, and two never wait for each other's rows. */
    private static final int LANES = 1;

    private static final int TRIES = 4;

    /**
     * A commit that takes longer gives its lane free, and nobody knows whether it happened. That is safe: who moves a run has
     * read its version, who begins a leg raises it, a request keeps its id, and a claim is found in the ledger.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;
    private final Comparator<C> order;
    private final Function<List<C>, Future<List<R>>> commit;
    private final Queue<Waiting<C, R>> waiting = new ArrayDeque<>();
    private int underWay;

    /** @param commit one transaction; answers in the order of the commands */
    public GroupCommit(Comparator<C> order, Function<List<C>, Future<List<R>>> commit) {
        this(order, commit, PATIENCE);
    }

    GroupCommit(Comparator<C> order, Function<List<C>, Future<List<R>>> commit, Duration patience) {
        this.patience = patience;
        this.order = order;
        this.commit = commit;
    }

    public CompletableFuture<R> submit(C command) {
        var mine = new Waiting<C, R>(command, new CompletableFuture<>(), 1);
        enqueue(List.of(mine));
        return mine.answer;
    }

    private void enqueue(List<Waiting<C, R>> more) {
        List<Waiting<C, R>> batch;
        synchronized (waiting) {
            waiting.addAll(more);
            batch = take();
        }
        send(batch);
    }

    /** Holds the lock. */
    private List<Waiting<C, R>> take() {
        var batch = new ArrayList<Waiting<C, R>>();
        if (underWay >= LANES) {
            return batch;
        }
        while (batch.size() < LARGEST && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        if (!batch.isEmpty()) {
            underWay++;
        }
        batch.sort(Comparator.comparing(Waiting::command, order));
        return batch;
    }

    private void send(List<Waiting<C, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        commit(batch.stream().map(Waiting::command).toList()).onComplete(result -> {
            if (result.succeeded()) {
                answer(batch, result.result());
            } else {
                refuse(batch, result.cause());
            }
            List<Waiting<C, R>> next;
            synchronized (waiting) {
                underWay--;
                next = take();
            }
            send(next);
        });
    }

    private Future<List<R>> commit(List<C> commands) {
        try {
            return commit.apply(commands).timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static <C, R> void answer(List<Waiting<C, R>> batch, List<R> results) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.complete(results.get(i));
        }
    }

    private void refuse(List<Waiting<C, R>> batch, Throwable cause) {
        if (cause instanceof PgException refusal && (batch.size() > 1 || passing(refusal))) {
            Log.debugf("Splitting a batch of %d: %s", batch.size(), refusal.getSqlState());
            batch.forEach(one -> alone(one, refusal));
        } else {
            batch.forEach(one -> one.answer.completeExceptionally(cause));
        }
    }

    private void alone(Waiting<C, R> one, PgException refusal) {
        if (one.tries >= TRIES) {
            one.answer.completeExceptionally(refusal);
            return;
        }
        commit(List.of(one.command)).onComplete(result -> {
            if (result.succeeded()) {
                one.answer.complete(result.result().getFirst());
            } else if (result.cause() instanceof PgException again && passing(again)) {
                alone(new Waiting<>(one.command, one.answer, one.tries + 1), again);
            } else {
                one.answer.completeExceptionally(result.cause());
            }
        });
    }

    /** Serialization failures and deadlocks go away by themselves. */
    private static boolean passing(PgException refusal) {
        return "40001".equals(refusal.getSqlState()) || "40P01".equals(refusal.getSqlState());
    }

    private record Waiting<C, R>(C command, CompletableFuture<R> answer, int tries) {}
}
