package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WhenTest {

    private static final Map<String, Object> FACTS = Map.of(
            "fact", Map.of("industry", "steel", "height", 3.5),
            "facts", Map.of(),
            "attributes", Map.of(),
            "score", 8L,
            "tier", "STRONG");

    private final When when = new When();

    @Test
    void comparesNumbersOfDifferentKinds() {
        assertThat(when.of("score >= 7.5 && fact.height > 3", FACTS)).isEqualTo(new When.Answer(true, ""));
        assertThat(when.of("score >= 8.5", FACTS)).isEqualTo(new When.Answer(false, ""));
    }

    @Test
    void saysWhyARuleCouldNotBeEvaluated() {
        var answer = when.of("attributes.region == 'DACH'", FACTS);

        assertThat(answer.holds()).isFalse();
        assertThat(answer.trouble())
                .startsWith("attributes.region == 'DACH' could not be evaluated: ")
                .contains("region");
    }
}
