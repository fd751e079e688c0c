package io.outrider.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.cli.demo.Received;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwiceTest {

    private static final Received ENROLMENT = effect(1, "key-1", "/sequencer/sequenceStates");

    @Test
    void isRightWhereEachActionArrivedOnce() {
        assertThat(twice(ActionState.ACTION_STATE_DONE, ENROLMENT, effect(2, "key-1", "/sequencer/prospects"))
                        .right())
                .isTrue();
    }

    @Test
    void seesACallThatArrivedTwice() {
        assertThat(twice(ActionState.ACTION_STATE_DONE, ENROLMENT, effect(2, "key-1", "/sequencer/sequenceStates"))
                        .doubled())
                .hasSize(1);
    }

    @Test
    void seesAnEffectThatNobodyGranted() {
        assertThat(twice(ActionState.ACTION_STATE_DONE, ENROLMENT, effect(2, "key-2", "/slack"))
                        .ungranted())
                .hasSize(1);
    }

    @Test
    void seesAnActionThatNeverArrived() {
        assertThat(twice(ActionState.ACTION_STATE_DONE).missing()).hasSize(1);
    }

    @Test
    void leavesAnUnknownOutcomeEitherWay() {
        assertThat(twice(ActionState.ACTION_STATE_UNKNOWN).right()).isTrue();
        assertThat(twice(ActionState.ACTION_STATE_UNKNOWN, ENROLMENT).right()).isTrue();
    }

    @Test
    void countsWhatTheSandboxItselfCountedTwice() {
        var twice = Twice.of(rested(ActionState.ACTION_STATE_DONE), List.of(ENROLMENT), List.of("ann@acct-1.example"));

        assertThat(twice.doubled()).containsExactly("ann@acct-1.example");
    }

    @Test
    void dealsTheSameFaultsForTheSameSeed() {
        assertThat(Fault.deck(new Random(7), true))
                .isEqualTo(Fault.deck(new Random(7), true))
                .isNotEqualTo(Fault.deck(new Random(8), true))
                .contains(Fault.values());
    }

    private static Twice twice(ActionState state, Received... received) {
        return Twice.of(rested(state), List.of(received), List.of());
    }

    private static Rested rested(ActionState state) {
        var run = Run.newBuilder()
                .setId("run_1")
                .addActions(RunAction.newBuilder()
                        .setState(state)
                        .setGrantId("grt_1")
                        .setIdempotencyKey("key-1"))
                .build();
        return new Rested(Map.of("run_1", run), Set.of(), Set.of());
    }

    private static Received effect(long seq, String key, String path) {
        return new Received(seq, "sequence", "POST", path, key, "ann@acct-1.example", "", false);
    }
}
