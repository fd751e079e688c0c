package io.outrider.review.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the gate shows of agents of known quality, over many seeds: `outrider simulate-review` runs any. */
class SimulateReviewTest {

    private static final int SEEDS = 60;

    @Test
    void letsFewItemsBeSeenAndCatchesWhatGoesBad() {
        var results =
                LongStream.rangeClosed(1, SEEDS).mapToObj(SimulateReview::run).toList();

        assertThat(results).filteredOn(SimulateReview.Result::holds).hasSizeGreaterThanOrEqualTo(50);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.heard().precision()).isGreaterThanOrEqualTo(0.975);
            assertThat(result.silent().precision()).isGreaterThanOrEqualTo(0.975);
            assertThat(result.calibratedError()).isLessThanOrEqualTo(0.05);
        });
    }
}
