package io.outrider.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FencesTest {

    @Test
    void readsTextAndAttributes() {
        var fences =
                new Fences("Do this.\n<page id=\"p1\" url=\"https://a.example/\">Some &lt;b&gt; text</page> <b>x</b>");
        assertThat(fences.all("page"))
                .containsExactly(new Fence("page", Map.of("id", "p1", "url", "https://a.example/"), "Some <b> text"));
        assertThat(fences.all("b")).isEmpty();
    }

    @Test
    void ignoresAFenceThatNeverCloses() {
        assertThat(new Fences("<page id=\"p1\">no end").all("page")).isEmpty();
    }
}
