package io.outrider.cli.bench;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Accepts whatever waits for a person, as soon as it is seen. Measures the gate; judges nothing. */
final class Reviewer implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int PAGE = 200;

    private final ReviewServiceBlockingStub queue;
    private final ReviewServiceStub decisions;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "reviewer");
    private volatile boolean over;
    private int failed;

    Reviewer(ReviewServiceBlockingStub queue, ReviewServiceStub decisions) {
        this.queue = queue;
        this.decisions = decisions;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How long each decision took, from the call to its answer. */
    synchronized List<Long> decided() {
        return List.copyOf(nanos);
    }

    synchronized int failed() {
        return failed;
    }

    /** What was decided so far counts no longer. */
    synchronized void forget() {
        nanos.clear();
        failed = 0;
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        var request = ListReviewItemsRequest.newBuilder().setPageSize(PAGE).build();
        while (!over) {
            try {
                queue.listReviewItems(request).getItemsList().forEach(this::decide);
            } catch (StatusRuntimeException e) {
                note(false, 0); // the gate is away; it comes back
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void decide(ReviewItem item) {
        if (!known.add(item.getId())) {
            return;
        }
        var start = System.nanoTime();
        var request = DecideReviewItemRequest.newBuilder()
                .setRequestId("bench-" + item.getId())
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setPayloadSha256(item.getPayloadSha256())
                .setType(DecisionType.DECISION_TYPE_ACCEPT)
                .build();
        decisions.decideReviewItem(request, new StreamObserver<DecideReviewItemResponse>() {
            @Override
            public void onNext(DecideReviewItemResponse answer) {
                note(true, System.nanoTime() - start);
            }

            @Override
            public void onError(Throwable failure) {
                note(false, 0);
                known.remove(item.getId());
            }

            @Override
            public void onCompleted() {}
        });
    }

    private synchronized void note(boolean done, long took) {
        if (done) {
            nanos.add(took);
        } else {
            failed++;
        }
    }
}
