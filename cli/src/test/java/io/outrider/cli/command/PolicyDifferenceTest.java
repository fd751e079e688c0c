package io.outrider.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.review.v1.Gate;
import io.outrider.review.v1.PolicyChange;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.TestPolicyResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, GATE_MANDATORY, GRANTED, GATE_AUTONOMOUS, true",
        "REFUSED, GATE_MANDATORY, PENDING, GATE_MANDATORY, true",
        "PENDING, GATE_MANDATORY, PENDING, GATE_SPOT_CHECK, true",
        "PENDING, GATE_BATCH_REVIEW, PENDING, GATE_MANDATORY, false",
        "GRANTED, GATE_AUTONOMOUS, PENDING, GATE_SPOT_CHECK, false",
        "GRANTED, GATE_AUTONOMOUS, REFUSED, GATE_AUTONOMOUS, false",
    })
    void knowsLessReviewFromMore(String before, Gate gate, String after, Gate newGate, boolean looser) {
        var change = PolicyChange.newBuilder()
                .setOldOutcome(before)
                .setOldGate(gate)
                .setNewOutcome(after)
                .setNewGate(newGate)
                .build();

        assertThat(PolicyDifference.looser(change)).isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING -> GRANTED, true",
        "REFUSED -> PENDING, true",
        "GRANTED -> PENDING, false",
        "PENDING -> PENDING, false"
    })
    void countsWhatIsNotShown(String way, boolean looser) {
        var answer = TestPolicyResponse.newBuilder().putCounts(way, 700).build();

        assertThat(PolicyDifference.looser(answer)).isEqualTo(looser);
    }

    @Test
    void namesTheReasonsThatAreNew() {
        var kept = Reason.newBuilder().setRule("matrix:low+reversible").build();
        var gone = Reason.newBuilder().setRule("review-everything").build();
        var change = PolicyChange.newBuilder()
                .addOldReasons(kept)
                .addOldReasons(gone)
                .addNewReasons(kept);

        assertThat(PolicyDifference.because(change.build())).isEqualTo("no more review-everything");
        change.addNewReasons(Reason.newBuilder().setRule("confidence-below-threshold"));
        assertThat(PolicyDifference.because(change.build())).isEqualTo("confidence-below-threshold");
    }
}
