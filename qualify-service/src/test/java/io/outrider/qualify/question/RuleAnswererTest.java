package io.outrider.qualify.question;

import static io.outrider.qualify.fixture.Domain.evidence;
import static io.outrider.qualify.fixture.Domain.fact;
import static io.outrider.qualify.fixture.Domain.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.qualify.fact.FactStatus;
import io.outrider.qualify.rule.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleAnswererTest {

    private final RuleAnswerer answerer = new RuleAnswerer(new Rules());

    @Test
    void carriesTheClaimsItRead() {
        var answer = ask(
                "fact.employee_count >= 90 && fact.industry == 'Metal'",
                evidence(
                        fact("clm_size", "employee_count", "180"),
                        fact("clm_industry", "industry", "Metal"),
                        fact("clm_other", "headquarters", "Ghent")));

        assertThat(answer.value()).isEqualTo(AnswerValue.YES);
        assertThat(answer.claimIds()).containsExactlyInAnyOrder("clm_size", "clm_industry");
        assertThat(answer.rationale()).isEqualTo("Employee count is 180; industry is Metal.");
        assertThat(answer.confidence()).isEqualTo(0.9);
    }

    @Test
    void carriesEveryClaimThatSaysTheSame() {
        var answer = ask(
                "fact.employee_count >= 90",
                evidence(
                        fact("clm_a", "employee_count", "180"),
                        fact("clm_b", "employee_count", "180.0", FactStatus.PARTIALLY, 0.5),
                        fact("clm_c", "employee_count", "150", FactStatus.PARTIALLY, 0.5)));

        assertThat(answer.claimIds()).containsExactly("clm_a", "clm_b");
    }

    @Test
    void carriesOnlyTheOneValueOfAListThatDecides() {
        var answer = ask(
                "facts.technology.exists(t, t == 'Go')",
                evidence(
                        fact("clm_java", "technology", "Java"),
                        fact("clm_go", "technology", "Go", FactStatus.PARTIALLY, 0.5),
                        fact("clm_k8s", "technology", "Kubernetes")));

        assertThat(answer.value()).isEqualTo(AnswerValue.YES);
        assertThat(answer.claimIds()).containsExactly("clm_go");
        assertThat(answer.confidence()).isEqualTo(0.4, within(1e-9));
        assertThat(answer.rationale()).isEqualTo("Technology includes Go.");
    }

    @Test
    void carriesTheWholeListWhereNoValueDecidesAlone() {
        var answer = ask(
                "size(facts.technology) >= 2",
                evidence(fact("clm_java", "technology", "Java"), fact("clm_go", "technology", "Go")));

        assertThat(answer.claimIds()).containsExactlyInAnyOrder("clm_java", "clm_go");
    }

    @Test
    void trustsANoFromAListLess() {
        var answer = ask("facts.technology.exists(t, t == 'Go')", evidence(fact("clm_java", "technology", "Java")));

        assertThat(answer.value()).isEqualTo(AnswerValue.NO);
        assertThat(answer.confidence()).isEqualTo(0.9 * 0.6, within(1e-9));
    }

    @Test
    void staysUnknownWithoutTheFact() {
        var answer = ask("fact.employee_count >= 90", evidence(fact("clm_industry", "industry", "Metal")));

        assertThat(answer.value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(answer.rationale()).isEqualTo("Nothing found says employee count.");
        assertThat(answer.claimIds()).isEmpty();
        assertThat(answer.confidence()).isZero();
    }

    @Test
    void takesAbsenceForUnknownAndNotForNo() {
        assertThat(ask("has(fact.funding_round)", evidence()).value()).isEqualTo(AnswerValue.UNKNOWN);
    }

    @Test
    void staysUnknownWhereSourcesDisputeTheAnswer() {
        var answer = ask(
                "fact.employee_count >= 200",
                evidence(
                        fact("clm_a", "employee_count", "180", FactStatus.CONTRADICTED, 0.9),
                        fact("clm_b", "employee_count", "420", FactStatus.CONTRADICTED, 0.8)));

        assertThat(answer.value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(answer.rationale()).isEqualTo("Sources contradict each other on employee count: 180, 420.");
    }

    @Test
    void answersLessSurelyWhereTheDisputeDoesNotMatter() {
        var answer = ask(
                "fact.employee_count >= 90",
                evidence(
                        fact("clm_a", "employee_count", "180", FactStatus.CONTRADICTED, 0.9),
                        fact("clm_b", "employee_count", "420", FactStatus.CONTRADICTED, 0.8)));

        assertThat(answer.value()).isEqualTo(AnswerValue.YES);
        assertThat(answer.confidence()).isEqualTo(0.8 * 0.5, within(1e-9));
        assertThat(answer.claimIds()).containsExactly("clm_a", "clm_b");
    }

    @Test
    void takesTheCallersOwnColumnsAtTheirWord() {
        var answer = ask("attributes.stage == 'customer'", evidence(Map.of("stage", "customer")));

        assertThat(answer.value()).isEqualTo(AnswerValue.YES);
        assertThat(answer.claimIds()).isEmpty();
        assertThat(answer.confidence()).isEqualTo(0.9);
        assertThat(answer.rationale()).isEqualTo("Attribute stage is customer.");
    }

    @Test
    void doesNotAnswerWithoutReadingAnything() {
        var answer = ask("true", evidence(fact("clm_size", "employee_count", "180")));

        assertThat(answer.value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(answer.rationale()).isEqualTo("The rule reads no fact.");
    }

    @Test
    void leavesPlainEnglishOpen() {
        var answer = ask("", evidence(fact("clm_size", "employee_count", "180")));

        assertThat(answer.value()).isEqualTo(AnswerValue.UNKNOWN);
        assertThat(answer.rationale()).isEqualTo("No rule answers this question.");
    }

    @Test
    void shortensLongValues() {
        var long1 = "x".repeat(500);
        var answer = ask("fact.industry == '" + long1 + "'", evidence(fact("clm", "industry", long1)));

        assertThat(answer.rationale()).hasSizeLessThan(120).endsWith("....");
    }

    private Answer ask(String rule, Evidence evidence) {
        return answerer.answerNow(List.of(rule(rule)), evidence).getFirst();
    }
}
