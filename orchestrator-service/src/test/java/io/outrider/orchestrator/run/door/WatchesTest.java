package io.outrider.orchestrator.run.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.error.NotFound;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.door.Watch.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which runs are looked up next, and who is told of them. */
class WatchesTest {

    private final Watches watches = new Watches();

    @Test
    void looksAtAllWhereTheyAreFew() {
        watches.add(watch("b", "a"));

        assertThat(some(2)).containsExactly("a", "b");
        assertThat(some(2)).containsExactly("a", "b");
    }

    @Test
    void givesEachItsTurnWhereTheyAreMany() {
        watches.add(watch("a", "b", "c"));
        watches.add(watch("d", "e"));

        assertThat(Stream.generate(() -> some(2)).limit(4))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"), List.of("a", "b"));
    }

    @Test
    void looksAtARunAsLongAsSomebodyWatchesIt() {
        var one = watch("a");
        var other = watch("a");
        watches.add(one);
        watches.add(other);

        watches.remove(one);
        assertThat(some(9)).containsExactly("a");
        watches.remove(other);
        assertThat(some(9)).isEmpty();
    }

    @Test
    void tellsThoseWhoWatchTheRun() {
        var one = watch("a", "b");
        var other = watch("b");
        watches.add(one);
        watches.add(other);

        assertThat(told("a")).containsExactly(one);
        assertThat(told("b")).containsExactlyInAnyOrder(one, other);
        assertThat(told("c")).isEmpty();
    }

    @Test
    void tellsEachOfAllOnce() {
        var one = watch("a", "b");
        watches.add(one);
        List<Watch> told = new ArrayList<>();

        watches.all(told::add);

        assertThat(told).containsExactly(one);
    }

    private List<String> some(int most) {
        return watches.some(most).stream().map(RunKey::id).toList();
    }

    private List<Watch> told(String run) {
        List<Watch> told = new ArrayList<>();
        watches.of(new RunKey("w", run), told::add);
        return told;
    }

    /** Never started: neither reads nor shows anything. */
    private static Watch watch(String... runs) {
        return new Watch(null, new View("w", List.of(runs), false, new NotFound("run", runs[0])), null);
    }
}
