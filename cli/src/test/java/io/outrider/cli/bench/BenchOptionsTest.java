package io.outrider.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.cli.bench.BenchOptions.Range;
import io.outrider.cli.launch.Part;
import io.outrider.cli.output.CliFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void readsTimesRangesAndCrashes() {
        assertThat(List.of(BenchOptions.duration("200ms"), BenchOptions.duration("2s"), BenchOptions.duration("0")))
                .containsExactly(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ZERO);
        assertThat(List.of(Range.parse("1-30"), Range.parse("8"))).containsExactly(new Range(1, 30), new Range(8, 8));
        assertThat(List.of(BenchOptions.rate("20/s"), BenchOptions.rate("0.5"))).containsExactly(20.0, 0.5);
        assertThat(Kill.parse("orchestrator@40%")).isEqualTo(new Kill(Part.ORCHESTRATOR, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "fast", "-1s", "1m"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> BenchOptions.duration(text)).isInstanceOf(CliFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30-1", "0-3", "x", "1-"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> Range.parse(text)).isInstanceOf(CliFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orchestrator", "sandbox@40%", "moon@40%", "review@0%", "review@400%"})
    void refusesWhatIsNoCrash(String text) {
        assertThatThrownBy(() -> Kill.parse(text)).isInstanceOf(CliFailure.class);
    }

    @Test
    void takesPercentilesByNearestRank() {
        var nanos =
                LongStream.rangeClosed(1, 200).map(ms -> ms * 1_000_000).boxed().toList();

        assertThat(Percentiles.of(nanos))
                .containsExactly(
                        Map.entry("p50", 100L), Map.entry("p90", 180L), Map.entry("p99", 198L), Map.entry("max", 200L));
        assertThat(Percentiles.of(List.of())).isEmpty();
    }

    @Test
    void readsThisProcessFromProc() {
        var pid = ProcessHandle.current().pid();

        assertThat(ProcFiles.times(pid)).get().satisfies(times -> {
            assertThat(times.own()).isPositive();
            assertThat(times.parent()).isPositive();
        });
        assertThat(ProcFiles.peakKib(pid)).isGreaterThan(10_000);
        assertThat(ProcFiles.commandLine(pid).getFirst()).contains("java");
        assertThat(ProcFiles.times(Integer.MAX_VALUE)).isEmpty();
    }
}
