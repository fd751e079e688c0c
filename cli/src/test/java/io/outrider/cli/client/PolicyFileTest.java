package io.outrider.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import io.outrider.review.v1.ActionRule;
import io.outrider.review.v1.ExpiryPolicy;
import io.outrider.review.v1.Policy;
import org.junit.jupiter.api.Test;

class PolicyFileTest {

    @Test
    void readsYaml() {
        var policy = PolicyFile.parse("""
                # Ours
                minConfidence: 0.8
                reviewWindow: 3600s
                rules:
                  - actionType: sequence.enrol
                    sampleRate: 0.5
                    expiryPolicy: EXPIRY_POLICY_ESCALATE
                    forbiddenIf: ["account.domain == 'a.example'"]
                """);

        assertThat(policy)
                .isEqualTo(Policy.newBuilder()
                        .setMinConfidence(0.8)
                        .setReviewWindow(Duration.newBuilder().setSeconds(3600))
                        .addRules(ActionRule.newBuilder()
                                .setActionType("sequence.enrol")
                                .setSampleRate(0.5)
                                .setExpiryPolicy(ExpiryPolicy.EXPIRY_POLICY_ESCALATE)
                                .addForbiddenIf("account.domain == 'a.example'"))
                        .build());
    }

    @Test
    void readsWhatItWrites() {
        var policy = Policy.newBuilder()
                .setVersion(7)
                .setKillSwitch(true)
                .setPlantedRate(0.02)
                .addRules(
                        ActionRule.newBuilder().setActionType("crm.deal.update").setDailyCap(3))
                .build();

        assertThat(PolicyFile.parse(PolicyFile.write(policy))).isEqualTo(policy);
        assertThat(PolicyFile.write(policy)).contains("reviewEverything: false");
    }

    @Test
    void refusesWhatIsNoPolicy() {
        assertThatThrownBy(() -> PolicyFile.parse("minConfidense: 0.8")).hasMessageContaining("minConfidense");
        assertThatThrownBy(() -> PolicyFile.parse("- a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolicyFile.parse("a: b: c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolicyFile.parse("killSwitch: true\nkillSwitch: false"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
