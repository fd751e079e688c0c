package io.outrider.research.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final String LETTERS = "abc äöü\n– \u00e9\ud83d\ude80Ω.,0123";

    @Test
    void quotesAreExactSubstringsWhateverTheTextAndThePlace() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            var page = Fixtures.page(randomText(random));
            var length = page.text().length();
            var start = random.nextInt(length);
            var end = start + 1 + random.nextInt(length - start);

            var evidence = Evidence.at(page, start, end);

            assertThat(evidence.quote())
                    .as("seed %d", seed)
                    .isEqualTo(page.text().substring(start, end));
            assertThat(evidence.standsIn(page)).as("seed %d", seed).isTrue();
            assertThat(evidence.quote().isBlank()
                            || Evidence.find(page, evidence.quote()).isPresent())
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(evidence.standsIn(Fixtures.page("#" + page.text())))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void findsNothingThatThePageDoesNotSay() {
        var page = Fixtures.page("We are 240 people in Ghent.");

        assertThat(Evidence.find(page, "We are 250 people")).isEmpty();
        assertThat(Evidence.find(page, " ")).isEmpty();
        assertThat(Evidence.find(page, "we are 240 people")).isEmpty();
    }

    @Test
    void refusesAQuoteThatIsNotAsLongAsItsOffsetsSay() {
        var real = Evidence.at(Fixtures.page("We are 240 people."), 0, 6);

        assertThatThrownBy(() -> new Evidence(
                        real.id(), real.snapshotId(), "We are 240", 0, 6, real.url(), real.title(), real.fetchedAt()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String randomText(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 200); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
