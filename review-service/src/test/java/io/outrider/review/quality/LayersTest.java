package io.outrider.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.review.quality.Layers.Group;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {

    @Test
    void countsEachItemOnceForEachFinding() {
        var layers = Layers.of(List.of(
                new Group("messaging", "partial missing-data lint-error", "REJECTED", 2),
                new Group("messaging", "", "ACCEPTED", 5),
                new Group("messaging", "lint-warning", "AUTO_GRANTED", 1),
                new Group("research", "unverified-claim", "PENDING", 1),
                new Group("research", "", "HELD", 1)));

        assertThat(layers)
                .containsExactly(
                        new Layers(
                                "messaging",
                                8,
                                Map.of("partial", 2L, "missing-data", 2L, "clean", 6L),
                                Map.of("lint-error", 2L, "lint-warning", 1L, "clean", 5L),
                                Map.of("rejected", 2L, "accepted", 5L, "granted", 1L)),
                        new Layers(
                                "research",
                                2,
                                Map.of("unverified-claim", 1L, "clean", 1L),
                                Map.of("clean", 2L),
                                Map.of("open", 2L)));
    }

    @Test
    void doesNotTakeForCleanWhatWasNotKept() {
        var layers = Layers.of(List.of(new Group("", null, "EXPIRED", 3)));

        assertThat(layers).containsExactly(new Layers("", 3, Map.of(), Map.of(), Map.of("expired", 3L)));
    }
}
