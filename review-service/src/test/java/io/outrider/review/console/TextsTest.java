package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void roundsTheFiguresOfAReason() {
        assertThat(Texts.detail("Confidence 0.6397848424665614, threshold 0.7"))
                .isEqualTo("Confidence 0.64, threshold 0.7");
        assertThat(Texts.detail("Touches 60, high from 10 on")).isEqualTo("Touches 60, high from 10 on");
    }

    @Test
    void linksOnlyToWhatABrowserMayOpen() {
        assertThat(Texts.link("javascript:alert(1)")).isEmpty();
        assertThat(Texts.link("HTTPS://ferrocraft.example/")).isEqualTo("HTTPS://ferrocraft.example/");
    }
}
