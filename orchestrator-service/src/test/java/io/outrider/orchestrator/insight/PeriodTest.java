package io.outrider.orchestrator.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void findsARunByTheTimeInItsId() {
        var before = Instant.now();
        var id = Ids.next("run");
        var after = Instant.now().plusMillis(2);

        assertThat(new Period(before.minusMillis(1), after).firstId()).isLessThanOrEqualTo(id);
        assertThat(new Period(before.minusMillis(1), after).endId()).isGreaterThan(id);
    }

    @Test
    void refusesATimeThatEndsBeforeItBegins() {
        var now = Instant.parse("2026-11-01T12:00:00Z");

        assertThatThrownBy(() -> new Period(now, now)).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> new Period(Instant.EPOCH.minusSeconds(1), now)).isInstanceOf(InvalidField.class);
    }
}
