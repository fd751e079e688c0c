package io.outrider.review.console;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SecondLooks;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second looks in a browser: by keyboard, without scripts, and for everybody. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class SecondLookPageTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    private SecondLooks looks;
    private Gate gate;

    @BeforeEach
    void open() {
        looks = new SecondLooks(http, tokens);
        gate = looks.gate;
    }

    @AfterEach
    void close() {
        looks.close();
    }

    @Test
    void judgesByKeyboard() {
        looks.accepted();
        looks.accepted();
        looks.accepted();
        try (var browser = rob(true)) {
            var page = browser.page();
            page.locator("nav[aria-label=Pages] a[href='/second-looks']").press("Enter");
            page.waitForURL("**/second-looks");
            for (var key : new String[] {"a", "e"}) {
                page.keyboard().press("j");
                page.keyboard().press("Enter");
                page.waitForURL("**/second-looks/itm_*");
                page.keyboard().press(key);
                page.waitForURL("**/second-looks");
            }
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/second-looks/itm_*");
            page.keyboard().press("x");
            page.keyboard().type("Tone");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/second-looks");
            assertThat(page.locator("main").textContent()).contains("Nothing here");
        }
        try (var browser = new Browsing("ada", gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN)) {
            assertThat(browser.open("/insights")
                            .locator("[aria-labelledby=second-looks] tbody")
                            .textContent())
                    .contains("rhea", "rob", "1 of 3", "33 %");
            assertThat(browser.page()
                            .locator("[aria-labelledby=reviewers] tbody")
                            .textContent())
                    .contains("1 of 3");
            browser.assertAccessible("/insights");
        }
    }

    @Test
    void judgesWithoutScripts() {
        var item = looks.accepted();
        try (var browser = rob(false)) {
            var page = browser.open("/second-looks");
            page.locator("a.row-link").click();
            assertThat(page.locator("h1").textContent()).contains("Second look: Ferrocraft");
            assertThat(page.locator("main form").count()).isEqualTo(2);
            page.locator("#accept").click();
            assertThat(page.locator("main").textContent()).contains("Nothing here");
            assertThat(browser.open("/runs/" + gate.run + 0).locator("main").textContent())
                    .contains("second look: accept");
        }
        assertThat(gate.get(item.getId()).getDecisionsCount()).isEqualTo(1);
    }

    @Test
    void isForEverybody() {
        var letter = gate.pending(enrol(gate.run + "letter"));
        gate.decide(accept(letter));
        try (var browser = rob(true)) {
            browser.assertAccessible("/second-looks");
            browser.assertAccessible("/second-looks/" + letter.getId());
            assertThat(browser.page().locator(".s-claim").count()).isEqualTo(1);
            assertThat(browser.page().locator(".decide [aria-keyshortcuts]").all())
                    .as("keys that are read out")
                    .extracting(button -> button.getAttribute("aria-keyshortcuts"))
                    .containsExactly("a", "e", "x");
            assertThat(browser.page().locator("textarea[form], details.edit").count())
                    .as("nothing to edit")
                    .isZero();
        }
    }

    @Test
    void isForReviewersOnly() {
        try (var browser = new Browsing("vera", gate, http, tokens, false, Role.ROLE_ADMIN)) {
            assertThat(browser.page().locator("a[href='/second-looks']").count())
                    .isZero();
            assertThat(browser.open("/second-looks").locator("main").textContent())
                    .contains("Only a reviewer decides");
        }
    }

    private Browsing rob(boolean scripts) {
        return new Browsing("rob", gate, http, tokens, scripts, Role.ROLE_REVIEWER);
    }
}
