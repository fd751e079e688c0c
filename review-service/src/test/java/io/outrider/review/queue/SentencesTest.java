package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.review.queue.Messages.Finding;
import io.outrider.review.queue.Messages.Line;
import io.outrider.review.queue.Messages.Message;
import io.outrider.review.queue.Messages.Support;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static final List<String> KNOWN =
            List.of("Opened its second foundry in Ghent, with 120 people", "Ferrocraft");
    private static final Message BEFORE = new Message(
            0,
            "Your foundry",
            List.of(
                    new Line("Hi Mara,", 0, Support.OPINION, 0),
                    new Line("Ferrocraft opened a second foundry in Ghent.", 1, Support.CLAIM, 1),
                    new Line("You grew 300% last year.", 1, Support.NONE, 2),
                    new Line("Shall we talk?", 1, Support.OPINION, 3)));

    @Test
    void keepsWhatCarriesAnUnchangedSentence() {
        var lines = Sentences.match(
                "Hi Mara,\n\nFerrocraft opened a second foundry in Ghent. Could we talk?", BEFORE, KNOWN);

        assertThat(lines).extracting(Line::support).containsExactly(Support.OPINION, Support.CLAIM, Support.OPINION);
        assertThat(lines).extracting(Line::from).containsExactly(0, 1, -1);
        assertThat(lines).extracting(Line::paragraph).containsExactly(0, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "You have 120 people., OPINION",
        "You have 12 people., NONE",
        "You have 20 people., NONE",
        "Your team in Gent grows., NONE",
        "Your team in Ghent grows., OPINION",
        "Say hello to Ferro., NONE",
    })
    void takesFactsAsWholes(String sentence, Support support) {
        assertThat(Sentences.match(sentence, BEFORE, KNOWN))
                .extracting(Line::support)
                .containsExactly(support);
    }

    @Test
    void keepsAnUnsupportedSentenceUnsupported() {
        assertThat(Sentences.match("Hello. You grew 300% last year.", BEFORE, KNOWN))
                .extracting(Line::support)
                .containsExactly(Support.OPINION, Support.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We like what you do.             | OPINION",
                "A team of 120 is a good size.    | OPINION",
                "A team of 450 is a good size.    | NONE",
                "We do the same for Globex.       | NONE",
                "Greetings to Ghent.              | OPINION",
                "You grew 300% last year, I hear. | NONE",
            })
    void doubtsANewSentenceThatBringsANumberOrAName(String sentence, Support support) {
        assertThat(Sentences.match(sentence, BEFORE, KNOWN).getFirst().support())
                .isEqualTo(support);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi {{first_name}}",
                "Only $99 a month",
                "From 20 EUR",
                "See https://evil.example/x",
                "Go to www.evil.example"
            })
    void findsWhatMustNotLeave(String text) {
        var now = new Message(0, "Your foundry", List.of(new Line(text, 0, Support.OPINION, -1)));

        assertThat(Sentences.lint(now, BEFORE, KNOWN)).isNotEmpty();
    }

    @Test
    void doubtsASubjectThatBringsAFact() {
        var now = new Message(0, "Your 450 people", BEFORE.lines());

        assertThat(Sentences.lint(now, BEFORE, KNOWN)).extracting(Finding::rule).containsExactly("UNKNOWN_FACT");
    }
}
