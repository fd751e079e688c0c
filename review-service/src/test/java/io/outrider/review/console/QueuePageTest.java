package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.review.v1.UndoDecisionRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue in a browser: what it shows, and how it is worked through. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class QueuePageTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

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
        browser.close();
        gate.close();
    }

    @Test
    void filtersAndKeepsAFilterUnderAName() {
        gate.pending(crm("run_1"));
        gate.pending(enrol("run_2")
                .setAccount(Account.newBuilder().setDomain("other.example").setName("Other")));
        browser.open("/?domain=other.example");
        assertThat(page.locator(".row-link").allTextContents()).containsExactly("Other");
        page.locator("#view-name").fill("Only <b>Other</b>");
        page.getByText("Keep", new Page.GetByTextOptions().setExact(true)).click();

        browser.open("/");
        assertThat(page.locator(".row-link").count()).isEqualTo(2);
        page.getByText("Only <b>Other</b>").click();
        assertThat(page.url()).endsWith("/?domain=other.example");
        assertThat(page.locator(".row-link").allTextContents()).containsExactly("Other");
        page.locator(".views button[name=drop]").click();
        assertThat(page.locator("button[name=drop]").count()).isZero();
        browser.open("/?rule=no-such-rule");
        assertThat(page.locator("main").textContent()).contains("Nothing here");
    }

    @Test
    void countsItsLanes() {
        gate.pending(crm("run_1").setRisk(Risk.newBuilder().setAffectedCount(1).setPartial(true)));
        gate.pending(
                enrol("run_2").setRisk(Risk.newBuilder().setAffectedCount(900).setNewSegment(true)));
        browser.open("/");
        assertThat(page.locator("[data-lane=PARTIAL]").textContent()).isEqualTo("1");
        assertThat(page.locator("[data-lane=MANDATORY]").textContent()).isEqualTo("1");
        page.locator("[data-lane=PARTIAL]").click();
        assertThat(page.locator(".row-link").count()).isEqualTo(1);
    }

    @Test
    void hasALaneForWhatNobodyKnowsTheOutcomeOf() {
        var item = gate.pending(crm("run_1"));
        gate.acceptById(item.getId());
        report(item, EffectOutcome.EFFECT_OUTCOME_UNKNOWN, "cut <off> after the request");
        browser.open("/");
        assertThat(page.locator("#f-lane option[value=UNKNOWN_OUTCOME]").count())
                .isEqualTo(1);
        assertThat(page.locator(".lanes strong").first().textContent())
                .as("nothing to decide")
                .isEqualTo("0");
        assertThat(page.locator("[data-lane=UNKNOWN_OUTCOME]").textContent()).isEqualTo("1");
        page.locator("[data-lane=UNKNOWN_OUTCOME]").click();
        assertThat(page.locator(".row-link").count()).isEqualTo(1);
        browser.assertAccessible("/?lane=UNKNOWN_OUTCOME");
        page.locator(".row-link").click();
        assertThat(page.locator("main .blocked").first().textContent())
                .contains("nobody knows whether it happened", "cut <off> after the request", "Look for it in the crm")
                .contains("outrider resolve run_1 crm:0 happened|did-not-happen");
        browser.assertAccessible("/items/" + item.getId());

        report(item, EffectOutcome.EFFECT_OUTCOME_EXECUTED, "");
        assertThat(browser.open("/?lane=UNKNOWN_OUTCOME").locator(".row-link").count())
                .isZero();
        assertThat(browser.open("/items/" + item.getId()).locator("main").textContent())
                .doesNotContain("outrider resolve");
    }

    @Test
    void changesWhileItIsOnTheScreen() {
        var item = gate.pending(crm("run_1"));
        browser.open("/");
        PlaywrightAssertions.assertThat(page.locator("#live")).isVisible();
        gate.pending(crm("run_2"));
        PlaywrightAssertions.assertThat(page.locator("#live .say")).hasText("1 new");
        gate.decide(Gate.accept(item).setHold(Duration.newBuilder().setSeconds(60)));
        PlaywrightAssertions.assertThat(page.locator("tr.gone")).hasCount(1);
        undo(item);
        PlaywrightAssertions.assertThat(page.locator("tr.gone")).hasCount(0);
        gate.acceptById(item.getId());
        PlaywrightAssertions.assertThat(page.locator("tr.gone")).hasCount(1);
        page.getByText("Show the new list").click();
        PlaywrightAssertions.assertThat(page.locator("tr[data-row]")).hasCount(1);
    }

    @Test
    void isWorkedThroughByKeyboardAlone() {
        var first = gate.pending(enrol("run_1").setRisk(Risk.newBuilder().setAffectedCount(900)));
        var second = gate.pending(crm("run_2"));
        browser.open("/");
        page.keyboard().press("?");
        assertThat(page.locator("#help").isVisible()).isTrue();
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/items/" + first.getId());
        page.keyboard().press("j");
        page.waitForURL("**/items/" + second.getId());
        page.keyboard().press("k");
        page.waitForURL("**/items/" + first.getId());
        page.keyboard().press("r");
        page.keyboard().type("Shorter, please");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(http + "");
        holds.runOut();
        assertThat(gate.get(first.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_RESPONDED);
    }

    @Test
    void keysCanBeTurnedOff() {
        var item = gate.pending(crm("run_1"));
        browser.open("/items/" + item.getId());
        page.keyboard().press("?");
        page.locator("#keys-switch").click();
        page.keyboard().press("Escape");
        page.keyboard().press("a");
        assertThat(page.url()).endsWith(item.getId());
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void letsAnAdminStopEverything() {
        var item = gate.pending(crm("run_1"));
        browser.open("/policy");
        page.locator("#stop-reason").fill("A test");
        page.getByText("Grant nothing any more").click();
        assertThat(page.locator("main").textContent()).contains("Everything is stopped", "Changed by rhea", "A test");
        browser.open("/items/" + item.getId()).locator("#accept").click();
        assertThat(page.locator("main").textContent()).contains("Not done");
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    private void report(ReviewItem item, EffectOutcome outcome, String detail) {
        gate.calls
                .service(gate.workspace)
                .reportOutcome(ReportOutcomeRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .setOutcome(outcome)
                        .setDetail(detail)
                        .build());
    }

    private void undo(ReviewItem item) {
        gate.calls
                .reviewer("rhea", gate.workspace)
                .undoDecision(UndoDecisionRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .build());
    }
}
