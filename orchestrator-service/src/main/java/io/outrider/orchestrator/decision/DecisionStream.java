package io.outrider.orchestrator.decision;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.outrider.review.v1.ReviewServiceGrpc.ReviewServiceStub;
import io.outrider.review.v1.WatchDecisionsRequest;
import io.outrider.review.v1.WatchDecisionsResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open stream, read in batches: as many as have come, at most so many that memory stays small. */
final class DecisionStream implements AutoCloseable {

    private static final int AHEAD = 200;

    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private volatile @Nullable ClientCallStreamObserver<WatchDecisionsRequest> call;

    private DecisionStream() {}

    static DecisionStream open(ReviewServiceStub stub, String afterCursor) {
        var stream = new DecisionStream();
        stub.watchDecisions(
                WatchDecisionsRequest.newBuilder().setAfterCursor(afterCursor).build(), stream.new Arrivals());
        return stream;
    }

    /**
     * Waits for at least one.
     *
     * @return empty where none came in time
     * @throws RuntimeException where the stream has ended or broken
     */
    List<WatchDecisionsResponse> next(Duration patience) throws InterruptedException {
        var first = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        List<WatchDecisionsResponse> batch = new ArrayList<>();
        for (var next = first; next != null; next = batch.size() < AHEAD ? arrived.poll() : null) {
            if (next instanceof WatchDecisionsResponse decision) {
                batch.add(decision);
            } else if (batch.isEmpty()) {
                throw new IllegalStateException("The stream of decisions ended", (Throwable) next);
            } else {
                arrived.add(next);
                break;
            }
        }
        return batch;
    }

    /** So many have been stored: as many more may come. */
    void handled(int count) {
        var open = call;
        if (open != null) {
            open.request(count);
        }
    }

    @Override
    public void close() {
        var open = call;
        if (open != null) {
            open.cancel("The reader stops", null);
        }
    }

    private final class Arrivals implements ClientResponseObserver<WatchDecisionsRequest, WatchDecisionsResponse> {

        @Override
        public void beforeStart(ClientCallStreamObserver<WatchDecisionsRequest> stream) {
            stream.disableAutoRequestWithInitial(AHEAD);
            call = stream;
        }

        @Override
        public void onNext(WatchDecisionsResponse decision) {
            arrived.add(decision);
        }

        @Override
        public void onError(Throwable failure) {
            arrived.add(failure);
        }

        @Override
        public void onCompleted() {
            arrived.add(new IllegalStateException("The other side closed it"));
        }
    }
}
