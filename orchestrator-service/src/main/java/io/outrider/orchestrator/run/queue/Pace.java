package io.outrider.orchestrator.run.queue;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limit.window.PercentileSampleWindowFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.outrider.orchestrator.run.RunConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How many new runs are carried at once: as many as let the gate and the database answer in time. Additive increase,
 * multiplicative decrease (Chiu and Jain, 1989) on the ninth decile of their answers in a window. Time that goes by with models
 * is not looked at: they may be slow while everything else has nothing to do. Runs that were decided do not wait here.
 */
@ApplicationScoped
public class Pace {

    private static final int FIRST = 64;
    private static final int LEAST = 8;
    private static final double DECREASE = 0.9;
    private static final double DECILE = 0.9;
    private static final int SAMPLES = 10;
    private static final int MOST_SAMPLES = 1_000;
    private static final Duration WINDOW = Duration.ofMillis(250);

    private final Slots slots;
    private final Limit limit;
    private final long patience;

    @Inject
    Pace(RunConfig config, MeterRegistry meters) {
        this(config.inFlight(), config.answerWithin());
        meters.gauge("outrider.runs.pace", limit, Limit::getLimit);
    }

    Pace(int most, Duration answerWithin) {
        var first = Math.min(FIRST, most);
        patience = answerWithin.toNanos();
        slots = new Slots(first);
        limit = WindowedLimit.newBuilder()
                .minWindowTime(WINDOW.toMillis(), TimeUnit.MILLISECONDS)
                .maxWindowTime(WINDOW.toMillis(), TimeUnit.MILLISECONDS)
                .windowSize(SAMPLES)
                .sampleWindowFactory(PercentileSampleWindowFactory.of(DECILE, MOST_SAMPLES))
                .build(AIMDLimit.newBuilder()
                        .initialLimit(first)
                        .minLimit(Math.min(LEAST, first))
                        .maxLimit(most)
                        .backoffRatio(DECREASE)
                        .timeout(answerWithin.toMillis(), TimeUnit.MILLISECONDS)
                        .build());
        limit.notifyOnChange(slots::resize);
    }

    void stop(@Observes ShutdownEvent event) {
        slots.close();
    }

    /** Waits, on a virtual thread, in the order in which legs are due. @return false where this replica stops instead */
    boolean enter(Instant due) {
        return slots.enter(due);
    }

    void leave() {
        slots.leave();
    }

    /** The gate answered, or a commit was done. @param since {@link System#nanoTime} when it was asked for */
    public void answered(long since) {
        answered(since, System.nanoTime() - since);
    }

    /** One that fails at once says nothing of how much more could be borne; one that fails late says that it is too much. */
    public void failed(long since) {
        failed(since, System.nanoTime() - since);
    }

    void failed(long since, long nanos) {
        if (nanos > patience) {
            answered(since, nanos);
        }
    }

    void answered(long since, long nanos) {
        limit.onSample(since, nanos, slots.taken(), false);
    }

    int limit() {
        return limit.getLimit();
    }
}
