package io.outrider.cli.chaos;

import io.grpc.StatusRuntimeException;
import io.outrider.cli.client.Session;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.ReviewItem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A reviewer who accepts whatever waits, again and again until the gate has answered. */
final class Acceptor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    private final Session session;
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final Thread thread = new Thread(this::work, "acceptor");
    private volatile boolean over;

    Acceptor(Session session) {
        this.session = session;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    int decided() {
        return decided.size();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!over) {
            try {
                session.reviews("reviewer")
                        .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .listReviewItems(ListReviewItemsRequest.newBuilder()
                                .setPageSize(PAGE)
                                .build())
                        .getItemsList()
                        .forEach(this::accept);
            } catch (StatusRuntimeException e) {
                failures.incrementAndGet(); // the gate is away; it comes back
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void accept(ReviewItem item) {
        if (over || decided.contains(item.getId())) {
            return;
        }
        session.reviews("reviewer")
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .decideReviewItem(DecideReviewItemRequest.newBuilder()
                        .setRequestId("chaos-" + item.getId() + "-" + item.getVersion())
                        .setItemId(item.getId())
                        .setVersion(item.getVersion())
                        .setPayloadSha256(item.getPayloadSha256())
                        .setType(DecisionType.DECISION_TYPE_ACCEPT)
                        .setComment("chaos")
                        .build());
        decided.add(item.getId());
    }
}
