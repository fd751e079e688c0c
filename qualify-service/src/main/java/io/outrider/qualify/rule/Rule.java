package io.outrider.qualify.rule;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One compiled rule. Immutable and safe to share between threads. */
public final class Rule {

    private final Program program;

    Rule(Program program) {
        this.program = program;
    }

    /** Evaluates within the iteration limit of {@link Rules}. Never throws for what the data holds. */
    public Evaluation on(Map<String, Object> best, Map<String, Object> lists, Map<String, String> attributes) {
        var fact = new Reading(best);
        var facts = new Reading(lists);
        var given = new Reading(attributes);
        try {
            var result = program.eval(Map.of("fact", fact, "facts", facts, "attributes", given));
            return result instanceof Boolean answer
                    ? outcome(answer ? Truth.TRUE : Truth.FALSE, fact, facts, given, "")
                    : outcome(Truth.UNKNOWN, fact, facts, given, "the rule gives no yes or no");
        } catch (CelEvaluationException e) {
            return outcome(Truth.UNKNOWN, fact, facts, given, why(e.getErrorCode()));
        }
    }

    private static String why(CelErrorCode code) {
        return switch (code) {
            case ATTRIBUTE_NOT_FOUND -> "";
            case ITERATION_BUDGET_EXCEEDED -> "the rule takes too many steps on these facts";
            case OVERLOAD_NOT_FOUND -> "the rule compares values of different kinds";
            default -> "the rule cannot be evaluated on these facts";
        };
    }

    private static Evaluation outcome(Truth truth, Reading fact, Reading facts, Reading attributes, String why) {
        return new Evaluation(
                truth, fact.read(), facts.read(), attributes.read(), missing(fact, facts, attributes), why);
    }

    private static Set<String> missing(Reading fact, Reading facts, Reading attributes) {
        var missing = new TreeSet<>(fact.missing());
        missing.addAll(facts.missing());
        attributes.missing().forEach(key -> missing.add("attributes." + key));
        return missing;
    }
}
