package io.outrider.kit.model;

import io.outrider.kit.security.Turn;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The way to one model: its limit, its provider's limit, and a breaker that stops asking a provider that only fails. */
final class ModelLine {

    private final ModelConfig.Named config;
    private final ModelLimit limit;
    private final ModelLimit provider;
    private final Guard breaker;

    /** @param provider shared by all models of it */
    ModelLine(ModelConfig.Named config, ModelLimit provider, Clock clock) {
        this.config = config;
        this.provider = provider;
        this.limit =
                new ModelLimit(config.initialConcurrency(), config.maxConcurrency(), ModelFailure::overload, clock);
        this.breaker = Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(20)
                .failureRatio(0.9)
                .delay(5, ChronoUnit.SECONDS)
                .when(e -> ModelFailure.of(e).overload())
                .done()
                .build();
    }

    ModelConfig.Named config() {
        return config;
    }

    int limit() {
        return limit.limit();
    }

    /**
     * @param turn nothing is asked at or after its deadline, however long the wait for a place was
     * @throws ModelFailure and nothing else
     */
    @SuppressWarnings("unchecked") // the guard gives back what the question gave
    <T> T ask(Turn turn, Supplier<T> question) {
        try {
            return (T) breaker.get(() -> limit.within(turn, () -> provider.within(turn, question)), Object.class);
        } catch (RuntimeException e) {
            throw ModelFailure.of(e);
        }
    }
}
