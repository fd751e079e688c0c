package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outrider.orchestrator.connector.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** By the names that the alert rules ask for. */
class EffectMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EffectMeters meters = new EffectMeters(registry);

    @Test
    void timesCallsByWhatCameOfThem() {
        meters.came("email.send", new Outcome.Unknown("cut"), System.nanoTime());
        meters.came("email.send", new Outcome.Busy(Duration.ofSeconds(1), "429"), System.nanoTime());
        meters.came("task.create", new Outcome.Unknown("cut"), System.nanoTime());

        assertThat(calls("email.send", "unknown")).isEqualTo(1);
        assertThat(calls("email.send", "busy")).isEqualTo(1);
        assertThat(calls("task.create", "unknown")).isEqualTo(1);
    }

    private long calls(String actionType, String outcome) {
        return registry.get("outrider.effects")
                .tag("action_type", actionType)
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
