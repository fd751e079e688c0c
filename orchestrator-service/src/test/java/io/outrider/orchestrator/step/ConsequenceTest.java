package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConsequenceTest {

    private static final ActPolicy UP_TO_THREE = new ActPolicy(3, Optional.empty());
    private static final Duration ASKED = Duration.ofMinutes(10);

    @ParameterizedTest
    @MethodSource("ends")
    void settlesWhatHasComeToAnEnd(Outcome outcome, Settlement.State settled, ActionState state, String event) {
        var end = Consequence.of(outcome, tried(1), UP_TO_THREE);

        assertThat(end.settlement().effectId()).isEqualTo("eff_1");
        assertThat(end.settlement().attempt()).isEqualTo(2);
        assertThat(end.settlement().state()).isEqualTo(settled);
        assertThat(end.settlement().reason()).isEqualTo("why");
        assertThat(end.state()).isEqualTo(state);
        assertThat(end.event()).isEqualTo(event);
        assertThat(end.why()).isEqualTo("why");
        assertThat(end.pause()).isZero();
    }

    static Arguments[] ends() {
        return new Arguments[] {
            Arguments.of(new Outcome.Done("ext", "why"), Settlement.State.DONE, ActionState.DONE, "effect confirmed"),
            Arguments.of(
                    new Outcome.Already("ext", "why"),
                    Settlement.State.REFUSED,
                    ActionState.CANCELLED,
                    "there already"),
            Arguments.of(new Outcome.Refused("why"), Settlement.State.REFUSED, ActionState.FAILED, "provider refused"),
            Arguments.of(new Outcome.Unknown("why"), Settlement.State.UNKNOWN, ActionState.UNKNOWN, "outcome unknown"),
        };
    }

    @Test
    void keepsWhatTheProviderCallsItAndWhatStoodThereBefore() {
        var done = Consequence.of(new Outcome.Done("ext", "why", new byte[] {7}), tried(1), UP_TO_THREE);
        var already = Consequence.of(new Outcome.Already("ext", "why"), tried(1), UP_TO_THREE);

        assertThat(done.settlement().externalId()).isEqualTo("ext");
        assertThat(done.settlement().beforeImage()).containsExactly(7);
        assertThat(already.settlement().externalId()).isEqualTo("ext");
    }

    @Test
    void leavesTheGrantToWhatAProviderIsTooBusyFor() {
        var end = Consequence.of(new Outcome.Busy(ASKED, "429"), tried(2), UP_TO_THREE);

        assertThat(end.settlement().state()).isEqualTo(Settlement.State.BUSY);
        assertThat(end.state()).isEqualTo(ActionState.GRANTED);
        assertThat(end.pause()).isEqualTo(ASKED);
    }

    @Test
    void givesUpAfterTheLastTry() {
        var end = Consequence.of(new Outcome.Busy(ASKED, "429"), tried(3), UP_TO_THREE);

        assertThat(end.settlement().state()).isEqualTo(Settlement.State.REFUSED);
        assertThat(end.state()).isEqualTo(ActionState.FAILED);
        assertThat(end.event()).isEqualTo("provider too busy");
        assertThat(end.why()).isEqualTo("tried 3 times: 429");
        assertThat(end.pause()).isZero();
    }

    private static Claimed.Won tried(int times) {
        return new Claimed.Won(9, "eff_1", 2, times, 1);
    }
}
