package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantDrawTest {

    private static final int PROPOSALS = 50_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.02, 0.03})
    void plantsTheShareOfWhatPeopleSee(double rate) {
        var planted = IntStream.range(0, PROPOSALS)
                .filter(i -> PlantDraw.picks(origin("run" + i), rate))
                .count();

        assertThat((double) planted / (PROPOSALS + planted)).isBetween(rate - 0.002, rate + 0.002);
    }

    @Test
    void plantsNothingAtRateZero() {
        assertThat(IntStream.range(0, PROPOSALS).anyMatch(i -> PlantDraw.picks(origin("run" + i), 0)))
                .isFalse();
    }

    @Test
    void drawsTheSameAgain() {
        var originals = IntStream.range(0, 50)
                .mapToObj(i -> new Planting.Original("itm_" + i, 1))
                .toList();

        assertThat(PlantDraw.shuffled(origin("run1"), originals))
                .isEqualTo(PlantDraw.shuffled(origin("run1"), originals))
                .isNotEqualTo(PlantDraw.shuffled(origin("run2"), originals))
                .containsExactlyInAnyOrderElementsOf(originals);
    }

    @Test
    void namesARunThatLooksLikeAny() {
        var like = origin("run_0198f3c2a4d07c1e9b2d4f6a8c0e1f23");

        assertThat(List.of(PlantDraw.runId(like, "itm_1"), PlantDraw.runId(origin("demo"), "itm_1")))
                .allMatch(id -> id.matches("run_[0-9a-f]{12}7[0-9a-f]{3}8[0-9a-f]{15}"))
                .doesNotHaveDuplicates();
        assertThat(PlantDraw.runId(like, "itm_1")).startsWith("run_0198f3c2a4d");
    }

    private static Origin origin(String run) {
        return new Origin(run, "crm:0", "crm.company.upsert", "a.example", "founders", "arthur");
    }
}
