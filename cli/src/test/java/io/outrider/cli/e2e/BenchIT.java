package io.outrider.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The load of the README's figures at a size that proves the counting, not the speed. */
@TestInstance(Lifecycle.PER_CLASS)
class BenchIT {

    @TempDir
    static Path directory;

    private RunningSystem system;

    @BeforeAll
    void up() {
        system = new RunningSystem(directory.resolve("data"));
    }

    @AfterAll
    void down() {
        system.close();
    }

    @Test
    void losesAndDoublesNothingWhenTheOrchestratorIsKilledUnderLoad() throws Exception {
        var report = bench("--accounts", "40", "--gate", "review", "--kill", "orchestrator@40%");

        assertThat(number(report, "ended")).isEqualTo(40);
        assertThat(number(report, "lost")).isZero();
        assertThat(number(report, "doubled")).isZero();
        assertThat(number(report, "enrolments")).isEqualTo(32);
        assertThat(report.getAsJsonObject("states").get("disqualified").getAsInt())
                .isEqualTo(8);
        assertThat(number(report, "decisions")).isGreaterThanOrEqualTo(32);
    }

    @Test
    void measuresWhatPeersDid() throws Exception {
        var report = bench("--accounts", "20");

        assertThat(number(report, "siteReads")).isEqualTo(2 * 20);
        assertThat(number(report, "modelCalls")).isEqualTo(20 + 20 + 16);
        assertThat(report.get("cpuSecondsPerAccount").getAsDouble()).isPositive();
        assertThat(report.getAsJsonObject("cpuSeconds").keySet())
                .containsExactlyInAnyOrder("research", "qualify", "messaging", "review", "orchestrator", "postgres");
        assertThat(report.getAsJsonObject("peakMebibytes").get("postgres").getAsLong())
                .isPositive();
    }

    private JsonObject bench(String... more) throws Exception {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "bench", "--running", "--warmup", "0", "--concurrency", "20", "--model-latency", "20ms"));
        arguments.addAll(java.util.List.of(more));
        var outcome = system.cli(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    private static long number(JsonObject report, String name) {
        return report.get(name).getAsLong();
    }
}
