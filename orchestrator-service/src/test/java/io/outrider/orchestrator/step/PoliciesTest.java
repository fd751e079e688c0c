package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.run.state.OnFailure;
import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.StepPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Library TWO = Library.newBuilder()
            .addPlaybooks(playbook("a", 2, 90, "continue_partial"))
            .addPlaybooks(playbook("b", 5, 30, "retry"))
            .build();

    @Test
    void hearsEveryPlaybookWhileNoneIsChosen() {
        var policy = Policies.of(TWO, "", RunStep.RESEARCH);

        assertThat(policy.attempts().most()).isEqualTo(5);
        assertThat(policy.attempts().deadline()).isEqualTo(Duration.ofSeconds(90));
        assertThat(policy.onFailure()).isEqualTo(OnFailure.RETRY);
    }

    @Test
    void haltsWhereOnePlaybookSaysNothing() {
        var three =
                TWO.toBuilder().addPlaybooks(Playbook.newBuilder().setId("c")).build();

        assertThat(Policies.of(three, "", RunStep.RESEARCH).onFailure()).isEqualTo(OnFailure.HALT);
    }

    @Test
    void hearsOnlyTheOneThatIsChosen() {
        assertThat(Policies.of(TWO, "a", RunStep.RESEARCH).onFailure()).isEqualTo(OnFailure.CONTINUE_PARTIAL);
        assertThat(Policies.of(TWO, "a", RunStep.ACT).onFailure()).isEqualTo(OnFailure.HALT);
    }

    private static Playbook playbook(String id, int attempts, int seconds, String onFailure) {
        return Playbook.newBuilder()
                .setId(id)
                .addStepPolicies(StepPolicy.newBuilder()
                        .setStep("research")
                        .setAttempts(attempts)
                        .setDeadlineSeconds(seconds)
                        .setOnFailure(onFailure))
                .build();
    }
}
