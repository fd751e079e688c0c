package io.outrider.qualify.score;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import java.util.List;

/**
 * The score of one set of answers: neutral, plus what each answer adds or takes, kept within 1 to 10; 1 as soon as one
 * answer disqualifies.
 *
 * @param score 1 to 10
 * @param coverage share of the questions answered YES or NO, 0 to 1; 0 where nothing was asked
 */
public record Scorecard(int score, Tier tier, List<ScoredAnswer> answers, double coverage) {

    private static final int NEUTRAL = 500;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 10;

    public Scorecard {
        answers = List.copyOf(answers);
    }

    public static Scorecard of(List<Answer> answers) {
        var scored = answers.stream().map(ScoredAnswer::of).toList();
        if (scored.stream().anyMatch(ScoredAnswer::disqualifies)) {
            return new Scorecard(LOWEST, Tier.DISQUALIFIED, scored, coverage(answers));
        }
        var sum = NEUTRAL + scored.stream().mapToInt(ScoredAnswer::hundredths).sum();
        var score = Math.clamp(Math.round(sum / 100.0), LOWEST, HIGHEST);
        return new Scorecard(score, Tier.of(score), scored, coverage(answers));
    }

    public boolean disqualified() {
        return tier == Tier.DISQUALIFIED;
    }

    private static double coverage(List<Answer> answers) {
        if (answers.isEmpty()) {
            return 0;
        }
        var answered = answers.stream()
                .filter(answer -> answer.value() != AnswerValue.UNKNOWN)
                .count();
        return (double) answered / answers.size();
    }
}
