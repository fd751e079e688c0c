package io.outrider.orchestrator.run.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    @ParameterizedTest
    @CsvSource({
        "'',                       false, HALT,             COMPLETED,       true",
        "'',                       true,  HALT,             DISQUALIFIED,    true",
        "DONE REJECTED,            false, HALT,             COMPLETED,       true",
        "DONE PENDING_REVIEW,      false, HALT,             WAITING,         false",
        "UNKNOWN PENDING_REVIEW,   false, HALT,             NEEDS_ATTENTION, false",
        "UNKNOWN DONE,             true,  HALT,             NEEDS_ATTENTION, true",
        "FAILED DONE,              false, HALT,             FAILED,          true",
        "FAILED DONE,              false, RETRY,            FAILED,          true",
        "FAILED DONE,              false, REVIEW,           NEEDS_ATTENTION, true",
        "FAILED DONE,              false, CONTINUE_PARTIAL, COMPLETED,       true",
        "FAILED PENDING_REVIEW,    false, HALT,             WAITING,         false",
        "EXPIRED REFUSED,          true,  HALT,             DISQUALIFIED,    true",
    })
    void endsAsTheActionsDid(String actions, boolean disqualified, OnFailure policy, RunState state, boolean ended) {
        assertThat(Ending.of(states(actions), disqualified, policy)).isEqualTo(new Ending(state, ended));
    }

    @Test
    void readsPoliciesAsPlaybooksSpellThem() {
        assertThat(OnFailure.of("")).isEqualTo(OnFailure.HALT);
        assertThat(OnFailure.of("continue_partial")).isEqualTo(OnFailure.CONTINUE_PARTIAL);
    }

    @Test
    void neverLeavesAnEndByItself() {
        for (var end : List.of(RunState.COMPLETED, RunState.DISQUALIFIED, RunState.CANCELLED)) {
            assertThat(end.ended()).isTrue();
            assertThat(Arrays.stream(RunState.values()).filter(end::leadsTo)).isEmpty();
        }
        assertThat(RunState.FAILED.leadsTo(RunState.QUEUED)).isTrue();
        assertThat(RunState.WAITING.leadsTo(RunState.RUNNING)).isFalse();
        assertThat(RunState.QUEUED.leadsTo(RunState.RUNNING)).isTrue();
    }

    @Test
    void knowsWhichActionsAreOpen() {
        assertThat(Arrays.stream(ActionState.values()).filter(ActionState::open))
                .containsExactly(
                        ActionState.PROPOSED, ActionState.PENDING_REVIEW, ActionState.GRANTED, ActionState.EXECUTING);
        assertThat(RunStep.RESEARCH.word()).isEqualTo("research");
    }

    private static List<ActionState> states(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(" ")).map(ActionState::valueOf).toList();
    }
}
