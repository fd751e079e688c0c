package io.outrider.qualify.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final Map<String, Object> BEST =
            Map.of("employee_count", 180.0, "industry", "Metal fabrication", "public", true);
    private static final Map<String, Object> LISTS = Map.of("technology", List.of("Java", "Kubernetes"));
    private static final Map<String, String> ATTRIBUTES = Map.of("tier", "gold");

    private final Rules rules = new Rules();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "fact.employee_count >= 90                                  ; TRUE",
                "fact.employee_count == 180                                 ; TRUE",
                "fact.employee_count > 180.0                                ; FALSE",
                "fact['employee_count'] < 20                                ; FALSE",
                "fact.industry.matches('(?i)^metal')                        ; TRUE",
                "fact.public                                                ; TRUE",
                "facts.technology.exists(t, t == 'Kubernetes')              ; TRUE",
                "'Go' in facts.technology                                   ; FALSE",
                "size(facts.technology) >= 2                                ; TRUE",
                "attributes.tier == 'gold'                                  ; TRUE",
                "'tier' in attributes && attributes['tier'] == 'gold'       ; TRUE",
                "has(fact.founded_year)                                     ; FALSE",
                "fact.founded_year > 2000                                   ; UNKNOWN",
                "facts.customer.exists(c, c == 'Acme')                      ; UNKNOWN",
                "attributes.owner == 'x'                                    ; UNKNOWN",
                "fact.founded_year > 2000 || fact.employee_count > 90       ; TRUE",
                "fact.founded_year > 2000 && fact.employee_count > 900      ; FALSE",
                "fact.founded_year > 2000 && fact.employee_count > 90       ; UNKNOWN",
                "fact.industry > 5                                          ; UNKNOWN",
                "fact.industry                                              ; UNKNOWN",
            })
    void saysTrueFalseOrUnknown(String rule, Truth expected) {
        assertThat(rules.get(rule).on(BEST, LISTS, ATTRIBUTES).truth()).isEqualTo(expected);
    }

    @Test
    void remembersWhatItRead() {
        var rule = rules.get("fact.employee_count > 90 && 'Java' in facts.technology && attributes.tier == 'gold'"
                + " && !has(fact.founded_year)");

        var evaluation = rule.on(BEST, LISTS, ATTRIBUTES);

        assertThat(evaluation.truth()).isEqualTo(Truth.TRUE);
        assertThat(evaluation.singles()).containsExactly("employee_count");
        assertThat(evaluation.lists()).containsExactly("technology");
        assertThat(evaluation.attributes()).containsExactly("tier");
        assertThat(evaluation.missing()).containsExactly("founded_year");
    }

    @Test
    void doesNotRememberWhatItNeverReached() {
        var evaluation =
                rules.get("fact.employee_count > 90 || fact.industry == 'x'").on(BEST, LISTS, ATTRIBUTES);

        assertThat(evaluation.singles()).containsExactly("employee_count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "fact.employee_count >                   ; 1 ; 22 ; mismatched input '<EOF>'",
                "nosuch > 1                              ; 1 ; 1  ; undeclared reference to 'nosuch'",
                "'a' + 'b'                               ; 1 ; 1  ; the rule gives a string, not a boolean",
                "true ? 1 : 'a'                          ; 1 ; 6  ; found no matching overload",
                "size(fact) > 2                          ; 1 ; 6  ; 'fact' may only be read by name",
                "true && facts.all(k, k == 'x')          ; 1 ; 9  ; 'facts' may only be read by name",
                "fact[attributes.which] == 'x'           ; 1 ; 1  ; 'fact' may only be read by name",
                "attributes == {'a': 'b'}                ; 1 ; 1  ; 'attributes' may only be read by name",
            })
    void namesThePlaceOfAnError(String expression, int line, int column, String problem) {
        var error = catchThrowableOfType(RuleError.class, () -> rules.get(expression));

        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.problem()).startsWith(problem);
    }

    @Test
    void countsLines() {
        var error = catchThrowableOfType(
                RuleError.class, () -> rules.get("fact.employee_count > 90\n  && fact.industry = 'x'"));

        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(20);
        assertThat(error).hasMessageStartingWith("2:20 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 50_000})
    void refusesLongRules(int length) {
        var expression = "true" + " ".repeat(length - 4);

        var error = catchThrowableOfType(RuleError.class, () -> rules.get(expression));

        assertThat(error.problem()).isEqualTo("the rule is longer than 2000 characters");
    }

    @Test
    void refusesDeepNesting() {
        var expression = "(".repeat(300) + "true" + ")".repeat(300);

        var error = catchThrowableOfType(RuleError.class, () -> rules.get(expression));

        assertThat(error).isNotNull();
    }

    @Test
    void boundsTheStepsOfAnEvaluation() {
        var many = IntStream.range(0, 100).mapToObj(i -> (Object) ("t" + i)).toList();
        var rule = rules.get("facts.technology.all(a, facts.technology.all(b, facts.technology.all(c, a != b + c)))");

        var evaluation = rule.on(BEST, Map.of("technology", many), ATTRIBUTES);

        assertThat(evaluation.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(evaluation.why()).isEqualTo("the rule takes too many steps on these facts");
    }

    @Test
    void compilesEachTextOnce() {
        var first = rules.get("fact.employee_count > 1");

        assertThat(rules.get(new StringBuilder("fact.employee_count > 1").toString()))
                .isSameAs(first);
    }

    @Test
    void sharesARuleBetweenThreads() {
        var rule = rules.get("fact.employee_count >= 90");

        var truths = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(size -> {
                    var best = new HashMap<>(BEST);
                    best.put("employee_count", (double) size);
                    return rule.on(best, LISTS, ATTRIBUTES).truth() == (size >= 90 ? Truth.TRUE : Truth.FALSE);
                })
                .toList();

        assertThat(truths).doesNotContain(false);
    }
}
