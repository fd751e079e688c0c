package io.outrider.cli.chaos;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.outrider.cli.client.Session;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A reviewer who accepts whatever waits and may be accepted, again and again until the gate has answered. */
final class Acceptor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 200;
    private static final Set<Status.Code> AWAY = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    private final Session session;
    private final FaultLog log;
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Map<String, Status> refused = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::work, "acceptor");
    /** What the gate last said that did not answer; null since it answered. */
    private volatile @Nullable Status away;

    private volatile boolean over;

    /** @param log hears of an end that nobody asked for */
    Acceptor(Session session, FaultLog log) {
        this.session = session;
        this.log = log;
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, e) -> log.note("the reviewer has given up: " + e));
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
        refused.forEach((item, status) -> log.note("not decided: " + item + " " + status));
        var gate = away;
        if (gate != null) {
            log.note("the gate did not answer the reviewer: " + gate);
        }
    }

    private void work() {
        while (!over) {
            try {
                open().forEach(this::accept);
                away = null;
            } catch (StatusRuntimeException e) {
                away = e.getStatus(); // it comes back
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private List<ReviewItem> open() {
        return session.reviews("reviewer")
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .listReviewItems(
                        ListReviewItemsRequest.newBuilder().setPageSize(PAGE).build())
                .getItemsList();
    }

    /** What may not be accepted is rejected; one that cannot be decided at all keeps nobody from the next. */
    private void accept(ReviewItem item) {
        if (over || decided.contains(item.getId())) {
            return;
        }
        var answer = decide(accepted(item));
        if (answer.getCode() == Status.Code.FAILED_PRECONDITION) {
            answer = decide(rejected(item));
        }
        if (answer.isOk()) {
            decided.add(item.getId());
            refused.remove(item.getId());
        } else {
            refused.put(item.getId(), answer);
        }
    }

    private Status decide(DecideReviewItemRequest request) {
        try {
            session.reviews("reviewer")
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .decideReviewItem(request);
            return Status.OK;
        } catch (StatusRuntimeException e) {
            if (AWAY.contains(e.getStatus().getCode())) {
                throw e;
            }
            return e.getStatus();
        }
    }

    private static DecideReviewItemRequest accepted(ReviewItem item) {
        return decision(item, "accept")
                .setType(DecisionType.DECISION_TYPE_ACCEPT)
                .build();
    }

    /** For example a draft from the time when no model and no page was there, with a sentence that nothing supports. */
    private static DecideReviewItemRequest rejected(ReviewItem item) {
        return decision(item, "reject")
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_WRONG_FACT)
                .build();
    }

    private static DecideReviewItemRequest.Builder decision(ReviewItem item, String word) {
        return DecideReviewItemRequest.newBuilder()
                .setRequestId("chaos-" + word + "-" + item.getId() + "-" + item.getVersion())
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setPayloadSha256(item.getPayloadSha256())
                .setComment("chaos");
    }
}
