package io.outrider.qualify.score;

import io.outrider.qualify.question.AnsweredBy;

/**
 * How sure the score is: the confidences of the answers, weighted like the questions. A question that stays unknown
 * counts as zero, so that thin evidence shows.
 *
 * @param value 0 to 1; lower than raw where a rule stood in for a model
 * @param verbalized true where a model's own word entered, false where only rules spoke
 */
public record Confidence(double value, double raw, Band band, boolean verbalized) {

    private static final double DEGRADED = 0.8;

    public static Confidence of(Scorecard card, boolean degraded) {
        var raw = card.disqualified() ? ofDisqualifier(card) : ofAll(card);
        var value = degraded ? raw * DEGRADED : raw;
        var verbalized =
                card.answers().stream().anyMatch(scored -> scored.answer().answeredBy() == AnsweredBy.MODEL);
        return new Confidence(value, raw, Band.of(value), verbalized);
    }

    private static double ofAll(Scorecard card) {
        var all = card.answers().stream().mapToDouble(Confidence::importance).sum();
        var sure = card.answers().stream()
                .mapToDouble(scored -> importance(scored) * scored.answer().confidence())
                .sum();
        return all == 0 ? 0 : sure / all;
    }

    /** One sure disqualifier is enough: what else is known does not matter. */
    private static double ofDisqualifier(Scorecard card) {
        return card.answers().stream()
                .filter(ScoredAnswer::disqualifies)
                .mapToDouble(scored -> scored.answer().confidence())
                .max()
                .orElse(0);
    }

    private static double importance(ScoredAnswer scored) {
        return scored.answer().question().weight().importance();
    }
}
