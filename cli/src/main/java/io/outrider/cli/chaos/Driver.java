package io.outrider.cli.chaos;

import io.grpc.StatusRuntimeException;
import io.outrider.cli.client.Session;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts runs at a pace, whatever happens. A call that is not answered is repeated under the same request id, at one replica
 * and then at the other, until it is: only then does the run count as accepted.
 */
final class Driver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final List<Session> doors;
    private final ChaosOptions options;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final Thread thread = new Thread(this::drive, "driver");
    private volatile boolean over;

    Driver(List<Session> doors, ChaosOptions options) {
        this.doors = doors;
        this.options = options;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Starts no more. What was asked before is repeated until it is answered, or {@code limit} is over. */
    boolean finish(Duration limit) throws InterruptedException {
        over = true;
        thread.join();
        calls.shutdown();
        return calls.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    int asked() {
        return asked.get();
    }

    /** Request ids by the run that was accepted for each. */
    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    @Override
    public void close() {
        over = true;
        calls.shutdownNow();
    }

    private void drive() {
        var pause = (long) (1e9 / options.perSecond());
        while (!over) {
            var number = asked.incrementAndGet();
            calls.execute(() -> ask(number));
            LockSupport.parkNanos(pause);
        }
    }

    private void ask(int number) {
        var request = request(number);
        for (int attempt = 0; !Thread.currentThread().isInterrupted(); attempt++) {
            try {
                var run = start(request, doors.get((number + attempt) % doors.size()));
                accepted.put(run.getId(), request.getRequestId());
                return;
            } catch (StatusRuntimeException e) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    private static Run start(StartRunRequest request, Session door) {
        return door.runs("author")
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .startRun(request)
                .getRun();
    }

    /** Accounts of their own for each seed and run: whatever reaches one of them twice was doubled. */
    private StartRunRequest request(int number) {
        var domain = "acct-" + (Math.floorMod(options.seed(), 90_000L) * 10_000 + number) + ".example";
        return StartRunRequest.newBuilder()
                .setRequestId("chaos-" + options.seed() + "-" + number)
                .setAccount(Account.newBuilder().setDomain(domain))
                .setPerson(Person.newBuilder()
                        .setFirstName("Ann")
                        .setLastName("Lee")
                        .setTitle("Chief Operating Officer")
                        .setEmail("ann@" + domain))
                .build();
    }
}
