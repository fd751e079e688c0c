package io.outrider.review.console;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.queue.Plants;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.RejectReason;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
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

/** The page of figures in a browser, filled and empty. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class InsightsPageTest {

    @TestHTTPResource
    URI http;

    @Inject
    TestClock clock;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void close() {
        clock.ahead(Duration.ZERO);
        gate.close();
    }

    @Test
    void showsEveryFigureInAPlotAndInATable() {
        fill();
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN)) {
            var page = browser.open("/insights");
            assertThat(page.locator(".figures").textContent()).contains("Approval rate", "Override rate", "4 %");
            assertThat(page.locator("[aria-labelledby=trend] polyline").count()).isEqualTo(3);
            assertThat(page.locator("[aria-labelledby=trend] tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("svg.curve").count()).isPositive();
            assertThat(page.locator("[aria-labelledby=layers]").textContent())
                    .contains("messaging", "lint error 1", "clean", "rejected 1");
            assertThat(page.locator("[aria-labelledby=autonomy]").textContent()).contains("crm.company.upsert");
            assertThat(page.locator("[aria-labelledby=reviewers] tbody tr").count())
                    .isEqualTo(2);
            assertThat(page.locator("[aria-labelledby=planted] tbody").textContent())
                    .contains("missed", "Ltd");
            browser.assertAccessible("/insights");
            page.locator("[aria-labelledby=planted] a").first().click();
            assertThat(page.locator("main").textContent()).contains("planted to test the review");
            browser.open("/insights?days=7");
            assertThat(page.locator("h1").textContent()).contains("7 days");
        }
    }

    @Test
    void showsAReviewerOnlyTheirOwnFigures() {
        gate.acceptById(gate.pending(crm(gate.run)).getId());
        gate.calls
                .reviewer("rob", gate.workspace)
                .decideReviewItem(accept(gate.pending(crm(gate.run + "b"))).build());
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            var reviewers = browser.open("/insights").locator("[aria-labelledby=reviewers] tbody");
            assertThat(reviewers.textContent()).contains("rhea").doesNotContain("rob");
        }
    }

    @Test
    void saysWhereThereIsNothingYet() {
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN)) {
            assertThat(browser.open("/insights").locator("main").textContent())
                    .contains("Nobody decided in this time.", "Nothing was proposed yet.", "Nobody decided yet.");
            browser.assertAccessible("/insights");
        }
    }

    /** Two days, two people, two agents, one lint error that was overridden, one known-bad item that was missed. */
    private void fill() {
        var plants = Plants.in(gate, Plants::company);
        gate.acceptById(plants.pair().planted().getId());
        var flawed = crm(gate.run + "flawed")
                .setConfidence(Confidence.newBuilder().setValue(0.4))
                .addLint(LintFinding.newBuilder()
                        .setSeverity(LintSeverity.LINT_SEVERITY_ERROR)
                        .setMessage("Bad"));
        flawed.getOriginBuilder().setAgent("messaging");
        gate.decide(accept(gate.pending(flawed)).setOverrideLint(true).setComment("Known"));
        clock.ahead(Duration.ofDays(1));
        var refused = enrol(gate.run + "refused");
        refused.getOriginBuilder().setAgent("messaging");
        gate.calls
                .reviewer("rob", gate.workspace)
                .decideReviewItem(accept(gate.pending(refused))
                        .setType(DecisionType.DECISION_TYPE_REJECT)
                        .setReason(RejectReason.REJECT_REASON_TONE)
                        .build());
    }
}
