package io.outrider.orchestrator.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<!channel> look ~ &lt;!channel&gt; look",
                "hi <@U123> ~ hi &lt;@U123&gt;",
                "<#C1|general> ~ &lt;#C1|general&gt;",
                "A & B < C ~ A &amp; B &lt; C",
                "A &amp; B &lt; C ~ A &amp; B &lt; C",
                "see <https://acme.example/a?b=1&c=2|the page> ~ see <https://acme.example/a?b=1&amp;c=2|the page>",
                "<javascript:alert(1)|x> ~ &lt;javascript:alert(1)|x&gt;",
                "<https://a.example|<!here>> ~ &lt;https://a.example|&lt;!here&gt;&gt;",
                "*bold* _it_ ~ *bold* _it_",
            })
    void defusesMentionsAndKeepsLinks(String mrkdwn, String safe) {
        assertThat(SlackText.defused(mrkdwn)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "short ~ short",
                "exactly ten ~ exactly \u2026",
                "0123456 &amp; ~ 0123456 \u2026",
                "01234567\uD83D\uDE00x ~ 01234567\u2026",
                "01 <https://acme.example|page> ~ 01 \u2026",
                "&amp; 12345 ~ &amp; 12\u2026",
            })
    void cutsNothingInHalf(String mrkdwn, String cut) {
        assertThat(SlackText.cut(mrkdwn, 9)).isEqualTo(cut);
    }

    @Test
    void cutsTextThatNeverCloses() {
        assertThat(SlackText.cut("<" + "x".repeat(5_000), 3_000)).hasSize(3_000);
    }

    @Test
    void escapesText() {
        assertThat(SlackText.escape("R&D <b>")).isEqualTo("R&amp;D &lt;b&gt;");
    }
}
