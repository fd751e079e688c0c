package io.outrider.review.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate promises of agents of known quality. The seeds are the first ones; `outrider simulate-review` runs any. */
class SimulateReviewTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void letsFewItemsBeSeenAndCatchesWhatGoesBad(long seed) {
        var result = SimulateReview.run(seed);
        System.out.println(result.json());

        assertThat(result.seen()).isLessThanOrEqualTo(0.15);
        assertThat(result.precision()).isGreaterThanOrEqualTo(0.98);
        assertThat(result.demotedAfter()).isLessThanOrEqualTo(50);
        assertThat(result.calibratedError()).isLessThanOrEqualTo(0.05);
    }
}
