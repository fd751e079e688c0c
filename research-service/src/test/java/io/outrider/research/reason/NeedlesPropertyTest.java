package io.outrider.research.reason;

import static io.outrider.research.brief.Fixtures.FERROCRAFT;
import static io.outrider.research.brief.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The cheap looks before the patterns pass nothing over. */
class NeedlesPropertyTest {

    private static final int SENTENCES = 30_000;
    private static final List<String> BITS = List.of(
            "We are",
            "we're",
            "We have",
            "employs",
            "team of",
            "headcount:",
            "Employees:",
            "over",
            "240",
            "1,400",
            "12 000",
            "٣",
            "people",
            "work",
            "strong",
            "employees",
            "open roles",
            "VACANCIES",
            "We are hiring a",
            "Looking for",
            "Vacancy:",
            "Open Position:",
            "join us as",
            "PLC Programmer",
            "Backend Engineer",
            "in Ghent",
            ", Lyon",
            "(Hamburg)",
            "Our headquarters are in",
            "Head Office in",
            "Headquartered in",
            "Company is based in",
            "Seat:",
            "HEADQUARTERS:",
            "headquarters located in",
            "Ghent, Belgium",
            "Tel Aviv",
            "İstanbul",
            "\u212Aiel",
            "ſeat:",
            ".",
            "!",
            "—");

    @Test
    void whereAPatternFindsSomethingItIsTried() {
        for (int seed = 0; seed < SENTENCES; seed++) {
            var text = text(new SplittableRandom(seed));
            var sentence = new Sentence(FERROCRAFT, page(text), 0, text.length());
            var name = "seed " + seed + ": " + text;
            if (sentence.matcher(HeadcountRule.PHRASE).find()
                    || sentence.matcher(HiringRule.COUNT).find()) {
                assertThat(sentence.hasDigit()).as(name).isTrue();
            }
            if (sentence.matcher(HiringRule.SAID_SO).find()) {
                assertThat(sentence.saysAnyOf(HiringRule.SAYING_SO)).as(name).isTrue();
            }
            if (sentence.matcher(SeatRule.PHRASE).find()) {
                assertThat(sentence.saysAnyOf(SeatRule.NEEDLES)).as(name).isTrue();
            }
        }
    }

    private static String text(SplittableRandom random) {
        var text = new StringBuilder("x");
        for (int parts = random.nextInt(6); parts >= 0; parts--) {
            text.append(' ').append(BITS.get(random.nextInt(BITS.size())));
        }
        return text.toString();
    }
}
