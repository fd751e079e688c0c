package io.outrider.orchestrator.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.orchestrator.signal.Intent.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void halvesWithEachHalfLife() {
        var signal = signal(SignalKind.WEB_VISIT, 80, Duration.ofDays(6), "a");

        assertThat(Intent.of(List.of(signal), NOW).score()).isCloseTo(20, within(1e-9));
    }

    @Test
    void addsAShareOfWhatIsMissing() {
        var intent = Intent.of(
                List.of(
                        signal(SignalKind.FUNDING, 80, Duration.ZERO, "a"),
                        signal(SignalKind.HIRING, 50, Duration.ZERO, "b")),
                NOW);

        assertThat(intent.score()).isCloseTo(90, within(1e-9));
        assertThat(intent.kinds()).isEqualTo(2);
        assertThat(intent.strongest()).isEqualTo(80);
        assertThat(intent.stage()).isEqualTo(Stage.DECISION);
    }

    @Test
    void letsNoKindShoutByNumber() {
        var some = new ArrayList<AccountSignal>();
        for (int i = 0; i < 1000; i++) {
            some.add(signal(SignalKind.WEB_VISIT, 10, Duration.ZERO, "v" + i));
        }

        assertThat(Intent.of(some, NOW).score()).isCloseTo(100 * (1 - Math.pow(0.9, 5)), within(1e-9));
        assertThat(Intent.of(some, NOW).stage()).isEqualTo(Stage.AWARENESS);
    }

    @Test
    void doesNotCareForTheOrder() {
        var some = new ArrayList<AccountSignal>();
        for (int i = 0; i < 30; i++) {
            some.add(signal(SignalKind.values()[i % 12], 3 * i, Duration.ofHours(i), "s" + i));
        }
        var first = Intent.of(some, NOW);
        Collections.shuffle(some, new Random(7));

        assertThat(Intent.of(some, NOW)).isEqualTo(first);
    }

    @Test
    void fadesWhenHalfAPointIsLeft() {
        var signal = signal(SignalKind.NEWS, 64, Duration.ZERO, "a");

        assertThat(signal.strengthAt(signal.fadeTime())).isCloseTo(0.5, within(1e-6));
        assertThat(Intent.of(List.of(signal), signal.fadeTime().plusSeconds(60)).parts())
                .isEmpty();
    }

    private static AccountSignal signal(SignalKind kind, double strength, Duration age, String key) {
        return new AccountSignal(
                "sig_" + key,
                "a.example",
                "",
                3,
                kind,
                "",
                strength,
                NOW.minus(age),
                NOW,
                kind.halfLifeDays(),
                "test",
                List.of(),
                key);
    }
}
