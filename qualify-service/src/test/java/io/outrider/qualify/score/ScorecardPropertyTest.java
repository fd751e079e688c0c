package io.outrider.qualify.score;

import static io.outrider.qualify.fixture.Domain.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.qualify.question.Answer;
import io.outrider.qualify.question.AnswerValue;
import io.outrider.qualify.question.FitType;
import io.outrider.qualify.question.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every set of answers, tried on many drawn from a fixed seed. */
class ScorecardPropertyTest {

    private static final int DRAWS = 5_000;
    private static final List<Weight> ORDINARY = List.of(Weight.LOW, Weight.MEDIUM, Weight.HIGH);

    private final Random random = new Random(20_261_122);

    @Test
    void staysWithinOneAndTen() {
        for (var draw = 0; draw < DRAWS; draw++) {
            assertThat(Scorecard.of(answers()).score()).isBetween(1, 10);
        }
    }

    @Test
    void neverFallsByAYesToAGoodQuestion() {
        for (var draw = 0; draw < DRAWS; draw++) {
            var answers = answers();
            var before = Scorecard.of(answers).score();
            var more = new ArrayList<>(answers);
            more.add(answer("more", FitType.GOOD, pick(ORDINARY), AnswerValue.YES, random.nextDouble()));

            assertThat(Scorecard.of(more).score()).as("%s", answers).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void neverRisesByAYesToABadQuestion() {
        for (var draw = 0; draw < DRAWS; draw++) {
            var answers = answers();
            var more = new ArrayList<>(answers);
            more.add(answer("more", FitType.BAD, pick(List.of(Weight.values())), AnswerValue.YES, random.nextDouble()));

            assertThat(Scorecard.of(more).score())
                    .as("%s", answers)
                    .isLessThanOrEqualTo(Scorecard.of(answers).score());
        }
    }

    @Test
    void doesNotDependOnTheOrder() {
        for (var draw = 0; draw < DRAWS; draw++) {
            var answers = answers();
            var shuffled = new ArrayList<>(answers);
            Collections.shuffle(shuffled, random);

            assertThat(Scorecard.of(shuffled).score())
                    .isEqualTo(Scorecard.of(answers).score());
            assertThat(Rationale.of(Scorecard.of(shuffled))).isEqualTo(Rationale.of(Scorecard.of(answers)));
        }
    }

    private List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        var count = random.nextInt(12);
        for (var i = 0; i < count; i++) {
            var weight = random.nextInt(20) == 0 ? Weight.INSTANT_DISQUALIFIER : pick(ORDINARY);
            var fitType = weight == Weight.INSTANT_DISQUALIFIER || random.nextBoolean() ? FitType.BAD : FitType.GOOD;
            answers.add(answer("q" + i, fitType, weight, pick(List.of(AnswerValue.values())), random.nextDouble()));
        }
        return answers;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
