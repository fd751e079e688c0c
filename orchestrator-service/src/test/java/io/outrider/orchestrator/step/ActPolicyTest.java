package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.type.v1.Library;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.StepPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActPolicyTest {

    private static final Duration ASKED = Duration.ofSeconds(15);

    @Test
    void triesWithoutEndWhereThePlaybookSaysNothing() {
        var policy = policy(StepPolicy.newBuilder().setStep("act").setOnFailure("review"));

        assertThat(policy.usedUp(1_000)).isFalse();
        assertThat(policy.mostRefused()).isEqualTo(30);
        assertThat(policy.deadline()).isEmpty();
        assertThat(policy.pauseAfterBusy(20, ASKED)).isEqualTo(ASKED);
        assertThat(policy.pauseAfterBusy(20, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesWhatThePlaybookSays() {
        var policy =
                policy(StepPolicy.newBuilder().setStep("act").setAttempts(3).setDeadlineSeconds(7));

        assertThat(policy.usedUp(2)).isFalse();
        assertThat(policy.usedUp(3)).isTrue();
        assertThat(policy.mostRefused()).isEqualTo(3);
        assertThat(policy.deadline()).contains(Duration.ofSeconds(7));
    }

    @Test
    void hearsNoOtherStep() {
        var policy = policy(StepPolicy.newBuilder().setStep("research").setAttempts(3));

        assertThat(policy.usedUp(1_000)).isFalse();
    }

    @Test
    void comesBackLaterEachTimeAndNeverBeforeTheProviderWants() {
        var policy = policy(StepPolicy.newBuilder().setStep("act").setAttempts(20));

        assertThat(policy.pauseAfterBusy(1, ASKED)).isEqualTo(ASKED);
        assertThat(policy.pauseAfterBusy(7, ASKED)).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(64));
        assertThat(policy.pauseAfterBusy(19, ASKED)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        assertThat(ActPolicy.pauseAfterRefusal(1)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(ActPolicy.pauseAfterRefusal(29)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
    }

    private static ActPolicy policy(StepPolicy.Builder said) {
        var library = Library.newBuilder()
                .addPlaybooks(Playbook.newBuilder().setId("a").addStepPolicies(said))
                .addPlaybooks(Playbook.newBuilder().setId("b"))
                .build();
        return ActPolicy.of(library, "a");
    }
}
