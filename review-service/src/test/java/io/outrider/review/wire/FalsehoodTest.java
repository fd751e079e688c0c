package io.outrider.review.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalsehoodTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You employ 120 people. | You employ 168 people. | wrong-number",
                "You were founded in 2019. | You were founded in 2017. | wrong-number",
                "Ferrocraft opened a second foundry. | Ferrocraft opened a third foundry. | wrong-fact",
                "You moved in December. | You moved in January. | wrong-fact",
                "Ferrocraft builds pumps. | Nordwind builds pumps. | wrong-company",
            })
    void changesOneFact(String text, String changed, String fault) {
        var falsehood = Falsehood.in(text, text.getBytes(StandardCharsets.UTF_8), "Ferrocraft", "Nordwind")
                .orElseThrow();

        assertThat(falsehood.text()).isEqualTo(changed);
        assertThat(falsehood.fault()).isEqualTo(fault);
        assertThat(falsehood.text()).contains(falsehood.after()).doesNotContain(falsehood.before());
    }

    @ParameterizedTest
    @CsvSource({"'We could talk.'", "'Version 1.2.3 is out.'", "'The A4-size plan'"})
    void leavesWhatIsNoPlainFact(String text) {
        assertThat(Falsehood.in(text, text.getBytes(StandardCharsets.UTF_8), "Ferrocraft", "Nordwind"))
                .isEmpty();
    }

    @Test
    void doesNotPutInWhatTheEvidenceSays() {
        var document = "You opened a second foundry. Later, the third foundry followed.";

        assertThat(Falsehood.in(
                        "You opened a second foundry.",
                        document.getBytes(StandardCharsets.UTF_8),
                        "Ferrocraft",
                        "Nordwind"))
                .isEmpty();
    }
}
