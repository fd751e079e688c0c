package io.outrider.messaging.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.fixture.Babble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is scanned by hand, or only where it can be there, is what plain patterns find everywhere. */
class ReadingPropertyTest {

    private static final int TEXTS = 20_000;
    private static final Pattern TOKEN =
            Pattern.compile(Figures.MARK + "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:'\\p{L}+)?");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?:\n]");

    @Test
    void tokensAreThoseOfThePattern() {
        forEachText((text, name) -> {
            var tokens = Tokens.of(text);
            var found = TOKEN.matcher(text).results().toList();
            assertThat(tokens.count()).as(name).isEqualTo(found.size());
            int end = 0;
            for (int i = 0; i < found.size(); i++) {
                var gap = text.substring(end, found.get(i).start());
                end = found.get(i).end();
                assertThat(tokens.text(i)).as(name).isEqualTo(found.get(i).group());
                assertThat(tokens.adjoins(i)).as(name).isEqualTo(gap.isBlank() || gap.equals("-"));
                assertThat(tokens.opens(i))
                        .as(name)
                        .isEqualTo(
                                i == 0
                                        ? gap.isBlank()
                                        : ENDS_SENTENCE.matcher(gap).find());
            }
        });
    }

    @Test
    void figuresAreThoseOfThePattern() {
        forEachText((text, name) -> {
            var figures = new ArrayList<Figure>();
            var rest = Figures.take(text, figures);
            var found = Figures.FIGURE.matcher(text).results().toList();
            assertThat(figures).as(name).hasSameSizeAs(found);
            assertThat(rest).as(name).isEqualTo(masked(text, found));
        });
    }

    private static String masked(String text, List<MatchResult> found) {
        var rest = new StringBuilder(text);
        for (var figure : found) {
            rest.replace(figure.start(), figure.end(), " ".repeat(figure.end() - figure.start()));
            rest.replace(figure.start("number"), figure.start("number") + 1, Figures.MARK);
        }
        return rest.toString();
    }

    @Test
    void sentencesAreThoseOfThePattern() {
        forEachText((text, name) ->
                assertThat(Sentences.of(text)).as(name).isEqualTo(List.of(Sentences.BREAK.split(text))));
    }

    @Test
    void sourcesPutTogetherAreTheSourceOfAllTheirTexts() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < TEXTS / 4; i++) {
            var some = List.of(Babble.text(random), Babble.text(random));
            var others = List.of(Babble.text(random));
            var all = Stream.concat(some.stream(), others.stream()).toList();

            assertThat(Source.of(some).and(Source.of(others))).as("text %d", i).isEqualTo(Source.of(all));
        }
    }

    @Test
    void quotationsAreComparedInLowerCaseWithSingleSpaces() {
        forEachText((text, name) -> {
            var lower = PlainText.of(text).toLowerCase(Locale.ROOT);
            var folded = lower.replaceAll("\\s+", " ").strip();
            assertThat(Source.of(List.of(text)).folded()).as(name).isEqualTo("\n" + folded + "\n");
        });
    }

    @Test
    void noTaleOfThePastIsPassedOver() {
        forEachText((text, name) -> {
            var lower = text.toLowerCase(Locale.ROOT);
            if (OpinionRule.PAST.matcher(text).find()) {
                assertThat(OpinionRule.mayTellOfPast(lower)).as(name).isTrue();
            }
            if (OpinionRule.EARLIER_CONTACT.matcher(text).find()) {
                assertThat(OpinionRule.mayTellOfContact(lower)).as(name).isTrue();
            }
        });
    }

    private static void forEachText(Check check) {
        for (int seed = 0; seed < TEXTS; seed++) {
            var text = Babble.text(new SplittableRandom(seed));
            check.look(text, "seed " + seed + ": " + text);
        }
    }

    private interface Check {
        void look(String text, String name);
    }
}
