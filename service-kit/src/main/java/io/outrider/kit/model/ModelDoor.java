package io.outrider.kit.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The one door to language models. Adds what the client lacks: a limit that adapts to the provider, the one retry layer,
 * deadlines, and usage from the provider's own numbers. What comes back is data: the caller checks it.
 */
@ApplicationScoped
public class ModelDoor {

    private final ModelConfig config;
    private final Clock clock;
    private final VirtualThreadOffload offload;
    private final ModelLine fast;
    private final ModelLine large;

    ModelDoor(ModelConfig config, Clock clock, VirtualThreadOffload offload, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        this.offload = offload;
        var provider = new ModelLimit(
                config.fast().initialConcurrency() + config.large().initialConcurrency(),
                config.fast().maxConcurrency() + config.large().maxConcurrency(),
                ModelFailure::ofProvider,
                clock);
        this.fast = new ModelLine(config.fast(), provider, clock);
        this.large = new ModelLine(config.large(), provider, clock);
        meters.gauge("outrider.model.limit", Tags.of("model", "fast"), fast, ModelLine::limit);
        meters.gauge("outrider.model.limit", Tags.of("model", "large"), large, ModelLine::limit);
    }

    /** Whether a model is configured at all. */
    public boolean isOpen() {
        return config.configured().isPresent();
    }

    /**
     * Asks on a virtual thread and answers on the caller's own context.
     *
     * @param question calls the AI service; blocking
     * @return fails with {@link ModelUnavailable} and with nothing else
     */
    public <T> Uni<ModelAnswer<T>> ask(ModelCall call, Supplier<T> question) {
        return offload.call(() -> askHere(call, question));
    }

    private <T> ModelAnswer<T> askHere(ModelCall call, Supplier<T> question) {
        if (!isOpen()) {
            throw new ModelUnavailable("no model is configured", ModelUsage.NONE);
        }
        var meter = new UsageMeter(line(call.size()).config());
        var value = ScopedValue.where(UsageListener.METER, meter).call(() -> attempts(call, question, meter));
        return new ModelAnswer<>(value, meter.usage(), meter.model(), call.promptVersion());
    }

    private <T> T attempts(ModelCall call, Supplier<T> question, UsageMeter meter) {
        for (var attempt = 0; ; attempt++) {
            if (!clock.instant().isBefore(call.turn().deadline())) {
                throw new ModelUnavailable("there was no time left to ask a model", meter.usage());
            }
            try {
                return line(call.size()).ask(call.turn(), question);
            } catch (ModelFailure e) {
                pauseOrGiveUp(e, attempt, call, meter);
            }
        }
    }

    private void pauseOrGiveUp(ModelFailure failure, int attempt, ModelCall call, UsageMeter meter) {
        var pause = pauseAfter(failure, attempt);
        var hopeless = !failure.retryable()
                || attempt >= config.retries()
                || pause.compareTo(config.longestWait()) > 0
                || clock.instant().plus(pause).isAfter(call.turn().deadline());
        if (hopeless) {
            var tries = attempt == 0 ? "" : " (" + (attempt + 1) + " attempts)";
            throw new ModelUnavailable(failure.getMessage() + tries, meter.usage());
        }
        LockSupport.parkNanos(pause.toNanos());
    }

    /** Exponential with full jitter on top; the provider's Retry-After is a lower bound. */
    private Duration pauseAfter(ModelFailure failure, int attempt) {
        var base = config.backoff().multipliedBy(1L << Math.min(attempt, 10));
        var jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(base.toMillis() + 1));
        var backoff = base.plus(jitter);
        return backoff.compareTo(failure.retryAfter()) > 0 ? backoff : failure.retryAfter();
    }

    private ModelLine line(ModelSize size) {
        return switch (size) {
            case FAST -> fast;
            case LARGE -> large;
        };
    }
}
