package io.outrider.qualify.question;

import io.outrider.kit.error.Check;

/**
 * One question of the library.
 *
 * @param field where it stands in the request, for error messages
 * @param rule CEL; empty for a question in plain English only
 */
public record QualifyingQuestion(
        String field, String id, String text, String rationale, FitType fitType, Weight weight, String rule) {

    private static final int MAX_TEXT = 1_000;

    public QualifyingQuestion {
        Check.notBlank(id, field + ".id");
        Check.notBlank(text, field + ".question");
        Check.atMost(text, MAX_TEXT, field + ".question");
        Check.that(
                weight != Weight.INSTANT_DISQUALIFIER || fitType == FitType.BAD,
                field + ".fit_type",
                "must be BAD for an instant disqualifier: a yes ends it");
    }

    public boolean hasRule() {
        return !rule.isBlank();
    }

    /** The same question, wherever it stands. */
    boolean sameAs(QualifyingQuestion other) {
        return id.equals(other.id)
                && text.equals(other.text)
                && fitType == other.fitType
                && weight == other.weight
                && rule.equals(other.rule);
    }
}
