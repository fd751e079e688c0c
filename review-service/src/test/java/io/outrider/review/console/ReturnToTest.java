package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?decided=true", "/items/itm_01a2", "/?lane=BATCH&domain=a.example", "/insights"})
    void leadsBackToPagesOfTheConsole(String page) {
        assertThat(ReturnTo.of(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/items/../../evil",
                "/items/x\"><script>",
                "javascript:alert(1)",
                "/signout",
                "/signin?code=x"
            })
    void leadsNowhereElse(String elsewhere) {
        assertThat(ReturnTo.of(elsewhere)).isEqualTo("/");
    }
}
