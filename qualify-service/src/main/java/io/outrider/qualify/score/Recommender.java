package io.outrider.qualify.score;

import io.outrider.qualify.question.AnswerValue;
import java.util.ArrayList;
import java.util.List;

/** Turns a score and its circumstances into a next step. */
public final class Recommender {

    /** Below this share of answered questions the score says little: look further first. */
    static final double LOW_COVERAGE = 0.5;

    /** So low that waiting will not help. */
    private static final int HOPELESS = 2;

    private Recommender() {}

    public static Recommendation recommend(Scorecard card, Circumstances around) {
        return new Recommendation(action(card, around), codes(card, around));
    }

    private static Action action(Scorecard card, Circumstances around) {
        if (card.disqualified()) {
            return Action.DISQUALIFY;
        }
        if (card.coverage() < LOW_COVERAGE) {
            return Action.RESEARCH_MORE;
        }
        if (card.score() <= HOPELESS) {
            return Action.DISQUALIFY;
        }
        var reachable = !around.personaMissing() && !around.emailInvalid();
        var fits = card.score() >= around.minScore() && !around.outsideSegments();
        return fits && reachable ? Action.ROUTE_TO_SALES : Action.NURTURE;
    }

    private static List<String> codes(Scorecard card, Circumstances around) {
        var codes = new ArrayList<String>();
        card.answers().stream()
                .filter(ScoredAnswer::disqualifies)
                .forEach(scored -> codes.add(
                        "INSTANT_DISQUALIFIER:" + scored.answer().question().id()));
        addIf(codes, card.answers().isEmpty(), "NO_QUESTIONS");
        addIf(codes, card.coverage() < LOW_COVERAGE, "LOW_COVERAGE");
        addIf(codes, card.score() < around.minScore(), "BELOW_MIN_SCORE");
        addIf(codes, around.outsideSegments(), "NO_SEGMENT");
        addIf(codes, around.personaMissing(), "NO_PERSONA");
        addIf(codes, around.emailInvalid(), "EMAIL_INVALID");
        addIf(codes, around.expiredFacts() > 0, "EXPIRED_FACTS");
        addIf(codes, around.degraded(), "DEGRADED");
        return codes;
    }

    private static void addIf(List<String> codes, boolean holds, String code) {
        if (holds) {
            codes.add(code);
        }
    }

    static boolean isOpen(ScoredAnswer scored) {
        return scored.answer().value() == AnswerValue.UNKNOWN;
    }
}
