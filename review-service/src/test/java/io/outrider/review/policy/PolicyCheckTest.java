package io.outrider.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.InvalidField;
import io.outrider.review.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {

    @Test
    void acceptsTheFirstPolicy() {
        assertThat(PolicyCheck.check(Policy.first(Instant.EPOCH)).version()).isEqualTo(1);
    }

    @Test
    void findsNoPolicyThatLetsHighAndIrreversiblePassAlone() {
        for (var type : Catalogue.all()) {
            if (type.irreversible()) {
                assertThat(PolicyCheck.passesAlone(type, Policy.first(Instant.EPOCH)))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesToLookAtNoneOfWhatCannotBeUndone() {
        var error = refused(policy(rule("sequence.enrol", 0, List.of())));

        assertThat(error.reason()).isEqualTo("UNSAFE_POLICY");
        assertThat(error.violations().getFirst().field()).contains("sequence.enrol");
    }

    @Test
    void letsReversibleActionsGoUnsampled() {
        PolicyCheck.check(policy(rule("task.create", 0, List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload.", "1 + 1", "nobody == 'x'", "payload.delete("})
    void refusesConditionsThatAreNotCel(String condition) {
        assertThat(refused(policy(rule("task.create", 0.5, List.of(condition))))
                        .violations()
                        .getFirst()
                        .field())
                .isEqualTo("policy.rules[0].forbidden_if[0]");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var wrong = new Policy(
                1,
                false,
                false,
                Double.NaN,
                List.of(
                        new ActionRule(
                                "crm.company.delete", false, 2, -1, -1, Seniority.VP, 3, ExpiryPolicy.DROP, List.of()),
                        rule("task.create", 0.5, List.of()),
                        rule("task.create", 0.5, List.of())),
                Duration.ofDays(31),
                Duration.ZERO,
                Instant.EPOCH,
                "ada",
                "wrong");

        assertThat(refused(wrong).violations())
                .extracting(violation -> violation.field())
                .containsExactly(
                        "policy.min_confidence",
                        "policy.review_window",
                        "policy.grant_lifetime",
                        "policy.rules[0].action_type",
                        "policy.rules[0].min_confidence",
                        "policy.rules[0].sample_rate",
                        "policy.rules[0].daily_cap",
                        "policy.rules[0].required_approvals",
                        "policy.rules[2].action_type");
    }

    private static InvalidField refused(Policy policy) {
        return catchThrowableOfType(InvalidField.class, () -> PolicyCheck.check(policy));
    }

    private static Policy policy(ActionRule... rules) {
        return new Policy(
                1,
                false,
                false,
                0.5,
                List.of(rules),
                Policy.DEFAULT_REVIEW_WINDOW,
                Policy.DEFAULT_GRANT_LIFETIME,
                Instant.EPOCH,
                "ada",
                "test");
    }

    private static ActionRule rule(String type, double sample, List<String> forbidden) {
        return new ActionRule(type, false, 0, sample, 0, Seniority.C_LEVEL, 1, ExpiryPolicy.DROP, forbidden);
    }
}
