package io.outrider.kit.model;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.BlockingLimiter;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many questions one model is asked at once: additive increase, multiplicative decrease (Chiu and Jain, 1989). Waiting
 * holds a virtual thread only.
 */
final class ModelLimit {

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);
    private static final Duration SLOW_IS_NOT_OVERLOAD = Duration.ofMinutes(10);

    private final Limiter<Void> limiter;

    ModelLimit(ModelConfig.Named config) {
        var limit = AIMDLimit.newBuilder()
                .initialLimit(config.initialConcurrency())
                .minLimit(1)
                .maxLimit(config.maxConcurrency())
                .backoffRatio(0.5)
                .timeout(SLOW_IS_NOT_OVERLOAD.toSeconds(), TimeUnit.SECONDS)
                .build();
        this.limiter =
                BlockingLimiter.wrap(SimpleLimiter.newBuilder().limit(limit).build(), LONGEST_QUEUE);
    }

    /** @throws ModelFailure where no place came free in time, or the question failed */
    <T> T within(Supplier<T> question) {
        @SuppressWarnings("NullAway") // the limiter has no use for a context
        var place = limiter.acquire(null).orElseThrow(() -> ModelFailure.of(new java.io.InterruptedIOException()));
        try {
            var answer = question.get();
            place.onSuccess();
            return answer;
        } catch (RuntimeException e) {
            var failure = ModelFailure.of(e);
            if (failure.overload()) {
                place.onDropped();
            } else {
                place.onIgnore();
            }
            throw failure;
        }
    }
}
