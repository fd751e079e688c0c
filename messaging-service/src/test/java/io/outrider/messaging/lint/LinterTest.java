package io.outrider.messaging.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.fixture.Materials;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    private static final String ASK = "Would a call make sense?";

    private final Linter linter = new Linter(Materials.rich());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hello {{first_name}}, are you well?              | MERGE_FIELD_LEFT",
                "Hello {first}, are you well?                     | MERGE_FIELD_LEFT",
                "Hello ${first}, are you well?                    | MERGE_FIELD_LEFT",
                "Hello [NAME], are you well?                      | MERGE_FIELD_LEFT",
                "Hello [First Name], are you well?                | MERGE_FIELD_LEFT",
                "Hello <name>, are you well?                      | MERGE_FIELD_LEFT",
                "Hello %FIRST_NAME%, are you well?                | MERGE_FIELD_LEFT",
                "Hello __name__, TODO?                            | MERGE_FIELD_LEFT",
                "Would €500 a month be fine?                      | PRICE",
                "Would 500 euros be fine?                         | PRICE",
                "Could I offer a 20% discount?                    | PRICE",
                "Would a free trial help?                         | PRICE",
                "Would you see https://evil.example/x?            | FORBIDDEN_LINK",
                "Would you see https://tidewell.example.evil.com? | FORBIDDEN_LINK",
                "Would you see https://tidewell.example@evil.com? | FORBIDDEN_LINK",
                "Would you see https://nottidewell.example/?      | FORBIDDEN_LINK",
                "Would you see https://tidewе11.example/?         | FORBIDDEN_LINK",
                "Would you see https://xn--tidewll-cva.example/?  | FORBIDDEN_LINK",
                "Would you see https://bit.ly/3xYz?               | FORBIDDEN_LINK",
                "Would you see bit.ly/3xYz?                       | FORBIDDEN_LINK",
                "Would you see www.evil.com?                      | FORBIDDEN_LINK",
                "Would you see evil.com?                          | FORBIDDEN_LINK",
                "Would you see evil[.]com?                        | FORBIDDEN_LINK",
                "Would you see hxxps://evil.com?                  | FORBIDDEN_LINK",
                "Would you see http://192.168.1.1/?               | FORBIDDEN_LINK",
                "Would you see 192.168.1.1?                       | FORBIDDEN_LINK",
                "Would you see javascript:alert(1)?               | FORBIDDEN_LINK",
                "Would you write to bob@evil.com?                 | FORBIDDEN_LINK",
                "Is there some Synergy here?                      | BANNED_PHRASE",
                "Shall we circle  back?                           | BANNED_PHRASE",
                "Would you like this\u200B call?                  | CONTROL_CHARACTERS",
                "Would you like this\u202E call?                  | CONTROL_CHARACTERS",
                "Would you like this\u0007 call?                  | CONTROL_CHARACTERS",
                "Would you like Ferroсraft?                       | MIXED_SCRIPT",
            })
    void blocks(String sentence, String rule) {
        assertThat(inspect("A question", sentence, ASK))
                .filteredOn(Finding::blocks)
                .extracting(Finding::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Would you see https://tidewell.example/pulse?",
                "Would you see https://www.tidewell.example/pulse?",
                "Would you see docs.tidewell-help.example?",
                "Would you write to mara.lind@tidewell.example?",
                "I read ferrocraft.example, e.g. the first page.",
                "Is version 3.5 in use?",
                "Is it 5 or 6 o'clock?",
            })
    void letsPass(String sentence) {
        assertThat(inspect("A question", sentence, ASK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: our call                 | FAKE_REPLY",
                "RE : our call                | FAKE_REPLY",
                "Fwd: our call                | FAKE_REPLY",
                "AW: unser Gespräch           | FAKE_REPLY",
                "'   '                        | EMPTY_SUBJECT",
                "Hello {{name}}               | MERGE_FIELD_LEFT",
                "20% off                      | PRICE",
                "See bit.ly/2x                | FORBIDDEN_LINK",
            })
    void blocksSubjects(String subject, String rule) {
        var findings = inspect(subject, "Are you well?", ASK);

        assertThat(findings).extracting(Finding::rule).contains(rule);
        assertThat(findings).extracting(Finding::sentenceIndex).contains(Finding.WHOLE_STEP);
    }

    @Test
    void blocksASubjectThatBreaksTheHeaderOrIsTooLong() {
        assertThat(inspect("Hi\nBcc: all@evil.com", ASK))
                .extracting(Finding::rule)
                .contains("CONTROL_CHARACTERS");
        assertThat(inspect("x".repeat(79), ASK)).extracting(Finding::rule).containsExactly("TOO_LONG_SUBJECT");
        assertThat(inspect("x".repeat(78), ASK)).isEmpty();
    }

    @Test
    void countsWordsAgainstTheVoice() {
        assertThat(inspect("A question", "Why ".repeat(105) + "not?", ASK))
                .extracting(Finding::rule)
                .contains("TOO_LONG");
        assertThat(inspect("A question", "Why ".repeat(100) + "not?", ASK)).isEmpty();
    }

    @Test
    void showsToneToTheReviewer() {
        assertThat(inspect("A question", "Great!! Really!", ASK))
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
        assertThat(inspect("A question", "READ THIS NOW PLEASE", ASK))
                .extracting(Finding::rule)
                .contains("ALL_CAPS");
        assertThat(inspect("A question", "Hello there."))
                .extracting(Finding::rule)
                .contains("NO_CALL_TO_ACTION");
    }

    @Test
    void blocksWhatNothingCarries() {
        var step = step(
                "A question",
                List.of(sentence("Ferrocraft is failing.", Support.NONE), sentence(ASK, Support.OPINION)));

        assertThat(linter.inspect(List.of(step)))
                .filteredOn(finding -> finding.rule().equals("UNKNOWN_FACT"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentenceIndex()).isZero())
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void letsASumOfACitedClaimPassAndWarnsOfANameThatMayBecomeALink() {
        var funding = step(
                "A question",
                List.of(sentence("You raised $12 million.", Support.CLAIM), sentence(ASK, Support.OPINION)));
        var named =
                step("A question", List.of(sentence("I saw ASP.NET.", Support.CLAIM), sentence(ASK, Support.OPINION)));

        assertThat(linter.inspect(List.of(funding))).isEmpty();
        assertThat(linter.inspect(List.of(named))).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    private List<Finding> inspect(String subject, String... sentences) {
        var all = List.of(sentences).stream()
                .map(text -> sentence(text, Support.OPINION))
                .toList();
        return linter.inspect(List.of(step(subject, all)));
    }

    private static GroundedStep step(String subject, List<GroundedSentence> sentences) {
        return new GroundedStep(0, subject, "", sentences, "");
    }

    private static GroundedSentence sentence(String text, Support support) {
        return new GroundedSentence(
                text, 0, List.of(), List.of(), Part.CONTENT, support, support == Support.NONE ? "nothing" : "");
    }
}
