package io.outrider.qualify.fact;

import static io.outrider.qualify.fixture.Domain.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    @Test
    void takesTheBestSupportedValue() {
        var facts = Facts.of(List.of(
                fact("c", "employee_count", "300", FactStatus.CONTRADICTED, 1.0),
                fact("p", "employee_count", "200", FactStatus.PARTIALLY, 1.0),
                fact("s", "employee_count", "100", FactStatus.SUPPORTED, 0.3)));

        assertThat(facts.best()).containsEntry("employee_count", 100.0);
        assertThat(facts.lists()).containsEntry("employee_count", List.of(100.0, 200.0, 300.0));
    }

    @Test
    void takesTheNewerOfTwoEquallyGoodOnes() {
        var old = new Fact("a", "industry", "Old", "Old", "", FactStatus.SUPPORTED, 0.9, false, Instant.EPOCH);
        var recent = new Fact("b", "industry", "New", "New", "", FactStatus.SUPPORTED, 0.9, false, Instant.MAX);

        assertThat(Facts.of(List.of(old, recent)).best()).containsEntry("industry", "New");
    }

    @Test
    void weighsLessWhatIsInferredOrDisputed() {
        var inferred = new Fact("a", "industry", "X", "X", "", FactStatus.CONTRADICTED, 0.8, true, Instant.EPOCH);

        assertThat(inferred.weight()).isEqualTo(0.8 * 0.5 * 0.9, within(1e-9));
        assertThat(fact("b", "industry", "X", FactStatus.SUPPORTED, 7).confidence())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "employee_count, false, false, 180,   180.0",
        "open_roles,     false, false, 12.5,  12.5",
        "revenue,        true,  false, 1e6,   1000000.0",
        "public,         false, true,  true,  true",
        "public,         false, true,  no,    ",
        "industry,       false, false, 180,   180",
        "employee_count, false, false, many,  ",
        "employee_count, false, false, NaN,   ",
        "industry,       false, false, '  ',  ",
    })
    void readsValuesByKind(String predicate, boolean number, boolean bool, String text, String expected) {
        assertThat(FactValue.parse(predicate, number, bool, text)
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(expected);
    }
}
