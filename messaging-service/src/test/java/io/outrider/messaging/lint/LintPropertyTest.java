package io.outrider.messaging.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.fixture.Babble;
import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cheap looks before the patterns pass nothing over. */
class LintPropertyTest {

    private static final int TEXTS = 20_000;

    @Test
    void pricesAreThoseOfThePatterns() {
        forEachText((text, name) -> assertThat(excerpts(new PriceRule(), text, "PRICE"))
                .as(name)
                .isEqualTo(first(nfkc(text), PriceRule.SUM, PriceRule.TERMS)));
    }

    @Test
    void placeholdersAreThoseOfThePattern() {
        forEachText((text, name) -> assertThat(excerpts(new MergeFieldRule(), text, "MERGE_FIELD_LEFT"))
                .as(name)
                .isEqualTo(first(text, MergeFieldRule.FIELD)));
    }

    @Test
    void shoutingIsThatOfThePattern() {
        forEachText((text, name) -> assertThat(excerpts(new ToneRule(), text, "ALL_CAPS"))
                .as(name)
                .isEqualTo(first(text, ToneRule.SHOUTED)));
    }

    @Test
    void phrasesAreThoseOfThePattern() {
        var phrases = new Phrases(List.of("Synergy", " circle  back ", "risk-free", "\u017Ft", "ACT now", "i"));
        forEachText((text, name) -> assertThat(phrases.findIn(text, Phrases.fold(text)).stream())
                .as(name)
                .containsExactlyElementsOf(first(text, phrases.pattern())));
    }

    @Test
    void noLinkIsPassedOver() {
        forEachText((text, name) -> {
            if (LinkRule.BARE_HOST.matcher(text).find()) {
                assertThat(LinkRule.mayHoldAHost(text)).as(name).isTrue();
            }
            if (!first(text, LinkRule.SCHEME, LinkRule.IP_ADDRESS, LinkRule.BARE_HOST)
                    .isEmpty()) {
                assertThat(LinkRule.mayHoldALink(text)).as(name).isTrue();
            }
        });
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What the first pattern finds that finds something. */
    private static List<String> first(String text, Pattern... patterns) {
        return Stream.of(patterns)
                .map(pattern -> pattern.matcher(text))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group())
                .limit(1)
                .toList();
    }

    private static List<String> excerpts(LintRule rule, String text, String name) {
        var sentence = new GroundedSentence(text, 0, List.of(), List.of(), Part.CONTENT, Support.OPINION, "");
        var message = new Inspection(0, new GroundedStep(0, "Plain", "", List.of(sentence), ""));
        rule.inspect(message);
        return message.findings().stream()
                .filter(finding -> finding.rule().equals(name))
                .map(Finding::excerpt)
                .toList();
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
