package io.outrider.research.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static final List<String> BITS = List.of(
            "word",
            "a",
            "Ü",
            "e\u0301",
            "e",
            "\u0301",
            "\u0345",
            "ǅ",
            "ﬁ",
            "Å",
            "\u212B",
            "\u1100\u1161",
            "🙂",
            "\uD83D",
            "\u200B",
            "\u202E",
            "\u0007",
            "\u00AD",
            "\u007F",
            " ",
            "  ",
            "\u00A0",
            "\u2028",
            "\t",
            "\u0085",
            "\n",
            "\r\n",
            "\uE000",
            "\u0378",
            "~",
            "!");

    /** Runs of plain characters are taken at once, and most texts are not normalized again: neither shows. */
    @Test
    void isWhatALookAtEachCharacterGives() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new SplittableRandom(seed);
            var raw = new StringBuilder();
            for (int parts = random.nextInt(14); parts > 0; parts--) {
                raw.append(BITS.get(random.nextInt(BITS.size())));
            }
            assertThat(PlainText.of(raw.toString()))
                    .as("seed %d: %s", seed, raw)
                    .isEqualTo(plain(raw.toString()));
        }
    }

    private static String plain(String raw) {
        var lines = raw.lines()
                .map(line -> line.codePoints()
                        .map(c -> c <= ' ' || c == 0x85 || Character.isSpaceChar(c) ? ' ' : c)
                        .filter(PlainTextTest::isVisible)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                        .replaceAll(" +", " ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    /** Pairs of surrogates are taken as they are. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> c > 0xFFFF;
            default -> true;
        };
    }

    @Test
    void whatComesBeforeTheFirstCombiningMarkIsNormalInAnyOrder() {
        for (char first = ' '; first < '\u0300'; first++) {
            for (char second = ' '; second < '\u0300'; second++) {
                var pair = new String(new char[] {first, second});
                assertThat(Normalizer.isNormalized(pair, Normalizer.Form.NFC))
                        .as("%x %x", (int) first, (int) second)
                        .isTrue();
            }
        }
    }

    @Test
    void isBounded() {
        assertThat(PlainText.of("x".repeat(300_000))).hasSize(200_000);
        assertThat(PlainText.of("ab c ".repeat(100_000)))
                .as("the last character brings the space before it")
                .hasSize(200_001);
    }
}
