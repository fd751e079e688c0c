package io.outrider.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weighs facts against the words of a question. Says UNKNOWN where nothing relates. */
final class Judge {

    private static final double ENOUGH = 0.6;

    private static final Pattern SIZE = Pattern.compile(
            "(more than|over|at least|fewer than|less than|under|at most) ([\\d,]+) (?:people|employees|staff)");

    /** Questions about what a company is: where its description does not say so, the answer is no. */
    private static final Pattern ABOUT_BEING = Pattern.compile(
            "^(?:is|are) (?:the company|it|they) an? |^does (?:the company|it) (?:itself )?(?:make|build|sell|run|operate|provide|offer)\\b");

    private static final Pattern DENIAL = Pattern.compile("\\b(?:no|not|never|none|nothing|without)\\b");

    private final Concepts concepts;

    Judge(Concepts concepts) {
        this.concepts = concepts;
    }

    Judgement answer(String question, List<Weighed> facts) {
        var lower = question.toLowerCase(Locale.ROOT);
        var size = SIZE.matcher(lower);
        if (size.find()) {
            return bySize(size.group(1), Long.parseLong(size.group(2).replace(",", "")), facts);
        }
        var asked = concepts.of(question);
        Weighed best = null;
        double most = 0;
        for (var fact : facts) {
            var share = asked.isEmpty()
                    ? 0
                    : (double) asked.stream().filter(fact.ideas()::contains).count() / asked.size();
            if (share > most) {
                most = share;
                best = fact;
            }
        }
        if (best != null && most >= ENOUGH) {
            var confidence = Math.round((0.55 + 0.4 * most) * 100) / 100.0;
            var denies =
                    DENIAL.matcher(best.fact().quote().toLowerCase(Locale.ROOT)).find();
            return denies ? Judgement.no(best.fact(), confidence) : Judgement.yes(best.fact(), confidence);
        }
        var description = find("description", facts);
        return description != null && ABOUT_BEING.matcher(lower).find()
                ? Judgement.no(description, 0.7)
                : Judgement.unknown();
    }

    private static Judgement bySize(String comparison, long bound, List<Weighed> facts) {
        var fact = find("employee_count", facts);
        if (fact == null) {
            return Judgement.unknown();
        }
        try {
            var people = Math.round(Double.parseDouble(fact.value()));
            var holds = switch (comparison) {
                case "more than", "over" -> people > bound;
                case "at least" -> people >= bound;
                case "at most" -> people <= bound;
                default -> people < bound;
            };
            return holds ? Judgement.yes(fact, 0.95) : Judgement.no(fact, 0.95);
        } catch (NumberFormatException e) {
            return Judgement.unknown();
        }
    }

    private static @Nullable Fact find(String predicate, List<Weighed> facts) {
        return facts.stream()
                .map(Weighed::fact)
                .filter(fact -> fact.is(predicate))
                .findFirst()
                .orElse(null);
    }
}
