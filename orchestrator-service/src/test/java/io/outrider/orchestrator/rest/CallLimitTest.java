package io.outrider.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.Exhausted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallLimitTest {

    private final CallLimit limit = new CallLimit(
            new RestConfig() {
                @Override
                public int callsPerSecond() {
                    return 10;
                }

                @Override
                public int burst() {
                    return 2;
                }
            },
            Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void stopsAWorkspaceThatCallsTooOftenAndNoOther() {
        limit.check("hasty");
        limit.check("hasty");

        assertThatThrownBy(() -> limit.check("hasty")).isInstanceOf(Exhausted.class);
        assertThatCode(() -> limit.check("calm")).doesNotThrowAnyException();
    }
}
