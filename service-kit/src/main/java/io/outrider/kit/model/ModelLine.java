package io.outrider.kit.model;

import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The way to one model: its limit, and a breaker that stops asking a provider that only fails. */
final class ModelLine {

    private final ModelConfig.Named config;
    private final ModelLimit limit;
    private final Guard breaker;

    ModelLine(ModelConfig.Named config) {
        this.config = config;
        this.limit = new ModelLimit(config);
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

    /** @throws ModelFailure and nothing else */
    @SuppressWarnings("unchecked") // the guard gives back what the question gave
    <T> T ask(Supplier<T> question) {
        try {
            return (T) breaker.get(() -> limit.within(question), Object.class);
        } catch (RuntimeException e) {
            throw ModelFailure.of(e);
        }
    }
}
