package io.outrider.qualify.score;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;

/**
 * An answer and what it did to the score.
 *
 * @param hundredths points times 100, so that sums do not depend on their order; may be negative
 */
public record ScoredAnswer(Answer answer, int hundredths) {

    static ScoredAnswer of(Answer answer) {
        var question = answer.question();
        var says = switch (answer.value()) {
            case YES -> 1;
            case NO -> -1;
            case UNKNOWN -> 0;
        };
        var sign = question.fitType() == FitType.GOOD ? says : -says;
        var size = question.weight().hundredths() * answer.confidence();
        return new ScoredAnswer(answer, sign * (int) Math.round(size));
    }

    public boolean disqualifies() {
        return answer.question().weight() == Weight.INSTANT_DISQUALIFIER && answer.value() == AnswerValue.YES;
    }

    /** In points, as the wire has it. */
    public double contribution() {
        return hundredths / 100.0;
    }
}
