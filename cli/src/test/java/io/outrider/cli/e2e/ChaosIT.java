package io.outrider.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little more than a minute of faults; `outrider chaos --minutes N` has more of the same. */
class ChaosIT {

    private static final String SEED = "20261122";

    @TempDir
    static Path directory;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        var outcome = Cli.run(directory, "chaos", "--minutes", "1.1", "--seed", SEED, "--rate", "3", "--keep");

        System.out.println(outcome.err() + outcome.out());
        var result = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertThat(outcome.exitCode()).isZero();
        assertThat(result.get("lost").getAsInt()).isZero();
        assertThat(result.get("doubled").getAsInt()).isZero();
        assertThat(result.get("stuck").getAsInt()).isZero();
        assertThat(result.get("undecided").getAsInt()).isZero();
        assertThat(result.get("accepted").getAsInt()).isGreaterThan(20);
        assertThat(result.get("effects").getAsInt()).isPositive();
        assertThat(result.get("faults").getAsJsonObject().size()).isPositive();
    }
}
