package io.outrider.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidTest {

    @TempDir
    Path directory;

    @Test
    void neverTakesAnotherProcessWithTheSameNumberForItsOwn() {
        var own = Pid.of(ProcessHandle.current());
        var earlier = new Pid(own.number(), own.startMillis() - 60_000);

        assertThat(own.isAlive()).isTrue();
        assertThat(earlier.isAlive()).isFalse();
        assertThat(earlier.stop(Duration.ofSeconds(1))).isTrue();
        assertThat(own.isAlive()).isTrue();
    }

    @Test
    void startsAProcessThatIsNotOurChildAndStopsIt() {
        var pid = Spawn.start(List.of("sleep", "60"), Map.of(), directory.resolve("sleep.log"));

        assertThat(pid.isAlive()).isTrue();
        assertThat(ProcessHandle.current().children().map(ProcessHandle::pid)).doesNotContain(pid.number());
        assertThat(pid.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(pid.isAlive()).isFalse();
    }
}
