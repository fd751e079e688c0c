package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.fixture.TestClock;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long somebody sits at the console: when it suggests a pause, and when it forgets them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class SittingTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    TestClock clock;

    private Gate gate;
    private Browsing browser;
    private Page page;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN);
        page = browser.page();
    }

    @AfterEach
    void close() {
        clock.ahead(Duration.ZERO);
        browser.close();
        gate.close();
    }

    @Test
    void suggestsAPauseAfter25MinutesOfReviewingWithoutOne() {
        for (int minute = 0; minute <= 28; minute += 4) {
            var item = gate.pending(crm("run_" + minute));
            clock.ahead(Duration.ofMinutes(minute));
            browser.open("/items/" + item.getId());
        }
        assertThat(page.locator(".nudge").textContent()).contains("28 minutes");
        page.getByText("I had a pause").click();
        assertThat(page.locator(".nudge").count()).isZero();
    }

    @Test
    void suggestsNoneToWhoOnlyLooksAtTheList() {
        for (int minute = 0; minute <= 28; minute += 4) {
            clock.ahead(Duration.ofMinutes(minute));
            browser.open("/");
        }
        assertThat(page.locator(".nudge").count()).isZero();
    }

    @Test
    void forgetsWhoIsIdleOrTooLongThere() {
        clock.ahead(Duration.ofMinutes(29));
        browser.open("/");
        assertThat(page.locator("h1").textContent()).isEqualTo("Review queue");
        clock.ahead(Duration.ofMinutes(60));
        browser.open("/");
        assertThat(page.locator("h1").textContent()).isEqualTo("Sign in");
    }
}
