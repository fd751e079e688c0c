package io.outrider.messaging.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.draft.Draft;
import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.draft.Drafted;
import io.outrider.messaging.draft.Effort;
import io.outrider.messaging.fixture.Materials;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinisherTest {

    private static final DraftSentence FACT = new DraftSentence(
            "I saw SAP named among the tools you use.", 0, List.of("clm_tech"), List.of(), Part.CONTENT);
    private static final DraftSentence LIE =
            new DraftSentence("Ferrocraft lost 40 customers.", 1, List.of("clm_people"), List.of(), Part.CONTENT);
    private static final DraftSentence ASK =
            new DraftSentence("Would a short call make sense?", 2, List.of(), List.of(), Part.CALL_TO_ACTION);

    @Test
    void dropsALieWhereTheMessageStandsWithoutIt() {
        var finished = finish("Your tools", FACT, LIE, ASK);

        assertThat(finished.count(Support.NONE)).isZero();
        assertThat(finished.lint()).isEmpty();
        assertThat(finished.rationale()).contains("a sentence was dropped", "40");
        assertThat(Body.of(finished.steps().getFirst().sentences()))
                .isEqualTo("I saw SAP named among the tools you use.\n\nWould a short call make sense?");
    }

    @Test
    void keepsAndMarksALieWhereTheMessageFallsWithoutIt() {
        var finished = finish("Your tools", LIE, ASK);

        assertThat(finished.count(Support.NONE)).isOne();
        assertThat(finished.lint())
                .filteredOn(Finding::blocks)
                .extracting(Finding::rule)
                .containsExactly("UNKNOWN_FACT");
        assertThat(finished.confidence()).isLessThanOrEqualTo(0.3);
    }

    @Test
    void replacesASubjectThatNothingCarries() {
        var finished = finish("Your 40 lost customers", FACT, ASK);

        assertThat(finished.steps().getFirst().subject()).isEqualTo("A question for Ferrocraft");
        assertThat(finished.rationale()).contains("a subject was replaced");
    }

    @Test
    void isSurerOfMoreEvidence() {
        var none = finish("A question", ASK, ASK);
        var one = finish("A question", FACT, ASK);
        var dropped = finish("A question", FACT, LIE, ASK);

        assertThat(one.confidence()).isGreaterThan(none.confidence()).isGreaterThan(dropped.confidence());
        assertThat(finish(degraded(), "A question", FACT, ASK).confidence()).isLessThan(one.confidence());
    }

    @Test
    void joinsTheBodyOfItsSentences() {
        var sentences = List.of(sentence("Hi,", 0), sentence("One.", 1), sentence("Two.", 1), sentence("Bye", 2));

        assertThat(Body.of(sentences)).isEqualTo("Hi,\n\nOne. Two.\n\nBye");
    }

    @Test
    void understandsOnlyWishesThatTakeAway() {
        assertThat(PlainWish.read("Shorter")).isPresent();
        assertThat(PlainWish.read("Please make it a bit shorter!")).isPresent();
        assertThat(PlainWish.read("drop step 2")).contains(new PlainWish.Without(2));
        assertThat(PlainWish.read("shorter, and mention our award")).isEmpty();
        assertThat(PlainWish.read("do not make it shorter")).isEmpty();
    }

    @Test
    void takesOutAMessageButNeverTheLast() {
        var steps = List.of(step("a", FACT), step("b", ASK));

        assertThat(new PlainWish.Without(1).grant(steps).steps())
                .extracting(DraftStep::subject)
                .containsExactly("b");
        assertThat(new PlainWish.Without(9).grant(steps).steps()).hasSize(2);
        assertThat(new PlainWish.Without(1).grant(steps.subList(0, 1)).steps()).hasSize(1);
    }

    private static Finished finish(String subject, DraftSentence... sentences) {
        return finish(Effort.NONE, subject, sentences);
    }

    private static Finished finish(Effort effort, String subject, DraftSentence... sentences) {
        var draft = new Draft(List.of(step(subject, sentences)), "Why not.");
        return Finisher.finish(Materials.rich(), new Drafted(draft, effort));
    }

    private static DraftStep step(String subject, DraftSentence... sentences) {
        return new DraftStep(0, subject, List.of(sentences), "");
    }

    private static Effort degraded() {
        return new Effort(List.of("the model answered 503"), List.of(), List.of(), 0, 0, 0, 1);
    }

    private static GroundedSentence sentence(String text, int paragraph) {
        return new GroundedSentence(text, paragraph, List.of(), List.of(), Part.CONTENT, Support.OPINION, "");
    }
}
