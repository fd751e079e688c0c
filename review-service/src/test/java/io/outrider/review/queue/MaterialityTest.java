package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialityTest {

    private static final String TEXT =
            "Hi Mara, your team opened a second foundry in Ghent with 120 people this spring,"
                    + " and we thought that this might be the right moment to talk about castings.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi Mara,        | Hi Mara!                | false",
                "castings.       | casting.                | false",
                "might be        | may well be             | false",
                "120 people      | 130 people              | true",
                "in Ghent        | in Gent                 | true",
                "in Ghent with   | with                    | true",
                "this spring     | in Antwerp this spring  | true",
                "and we thought that this might be the right moment | so this is a good time | true",
            })
    void tellsATrifleFromAChange(String what, String into, boolean material) {
        assertThat(Materiality.of(payload(TEXT), payload(TEXT.replace(what, into))))
                .isEqualTo(material);
    }

    @Test
    void takesEveryChangeOfWhatIsNoTextForOne() {
        assertThat(Materiality.of(json("{\"score\":7}"), json("{\"score\":8}"))).isTrue();
        assertThat(Materiality.of(json("{\"score\":7}"), json("{}"))).isTrue();
        assertThat(Materiality.of(json("{\"a\":[1,null]}"), json("{\"a\":[1,null]}")))
                .isFalse();
        assertThat(Materiality.of(json("{\"stage\":\"won\"}"), json("{\"stage\":\"lost\"}")))
                .isTrue();
    }

    /** Compared word by word these would take minutes, on an event loop that others wait for. */
    @Test
    void takesLongTextsAtOnce() {
        var text = "x ".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Materiality.of(payload(text), payload("y y " + text))).isFalse();
            assertThat(Materiality.of(payload(text), payload("y " + text.replace("x x", "x y") + "y")))
                    .isTrue();
        });
    }

    @Test
    void countsWords() {
        assertThat(Materiality.distance(List.of("a", "b", "c"), List.of("a", "c")))
                .isEqualTo(1);
        assertThat(Materiality.distance(List.of(), List.of("a", "c"))).isEqualTo(2);
        assertThat(Materiality.distance(List.of("a", "b"), List.of("b", "a"))).isEqualTo(2);
    }

    private static Payload payload(String text) {
        return json("{\"body\":\"" + text + "\"}");
    }

    private static Payload json(String json) {
        return Payload.parse(json.getBytes(StandardCharsets.UTF_8), "payload");
    }
}
