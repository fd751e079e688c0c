package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SignedIn;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many items of a kind, read by a sample and accepted together. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class BatchPageTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    private Gate gate;
    private final List<ReviewItem> items = new ArrayList<>();

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setDecisionHold(Duration.newBuilder().setSeconds(120)));
        for (int i = 0; i < 4; i++) {
            items.add(gate.pending(crm(gate.run + i)
                    .setAccount(
                            Account.newBuilder().setDomain("a" + i + ".example").setName("Account " + i))
                    .setConfidence(Confidence.newBuilder().setValue(0.9 - i / 10.0))));
        }
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void isWorkedThroughByKeyboardAloneAndUndone() {
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            var page = browser.open("/");
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("j");
                page.keyboard().press("Space");
            }
            assertThat(page.locator("#chosen").textContent()).isEqualTo("4 selected");
            page.keyboard().press("Shift+A");
            page.waitForURL("**/batches/*");
            browser.assertAccessible(URI.create(page.url()).getPath());

            page.keyboard().press("Shift+A");
            assertThat(page.evaluate("document.activeElement.dataset.sample")).isEqualTo("");
            readSample(page);
            excludeFirst(page);
            page.keyboard().press("Shift+A");
            page.locator(".undo").waitFor();
            assertThat(states()).containsOnlyOnce(ItemState.ITEM_STATE_PENDING).contains(ItemState.ITEM_STATE_HELD);

            page.keyboard().press("u");
            PlaywrightAssertions.assertThat(page.locator(".undo")).hasCount(0);
            assertThat(states()).containsOnly(ItemState.ITEM_STATE_PENDING);

            page.keyboard().press("Shift+A");
            page.locator(".undo").waitFor();
        }
        holds.runOut();
        assertThat(states()).containsOnly(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(items).allSatisfy(item -> {
            var decisions = gate.get(item.getId()).getDecisionsList();
            assertThat(decisions).hasSize(1);
            assertThat(decisions.getFirst().getBatchId()).startsWith("bat_");
        });
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void worksWithoutScripts() {
        try (var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            var page = browser.open("/");
            page.locator("input[value=" + items.get(0).getId() + "]").check();
            page.locator("input[value=" + items.get(1).getId() + "]").check();
            page.locator("#batch").click();
            assertThat(page.locator(".row-link").count()).isEqualTo(2);
            assertThat(page.locator(".accept-group").isDisabled()).isTrue();
            var batch = URI.create(page.url()).getPath();
            for (int i = 0; i < 2; i++) {
                browser.open(batch).locator("[data-sample]").nth(i).click();
            }
            browser.open(batch).locator(".accept-group").click();
            assertThat(page.locator(".held").textContent()).contains("Accepted", "2 items of a batch");
            page.locator(".undo").click();
            assertThat(states()).containsOnly(ItemState.ITEM_STATE_PENDING);
        }
    }

    @Test
    void leavesOutWhatIsDecidedOneByOneAndWhatCameLater() {
        var mandatory = gate.pending(
                enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(900).setNewSegment(true)));
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            var page = browser.open("/");
            assertThat(page.locator("input[value=" + mandatory.getId() + "]").count())
                    .isZero();
            page.keyboard().press("Shift+A");
            page.waitForURL("**/batches/*");
            assertThat(page.locator(".row-link").count()).isEqualTo(4);
            assertThat(page.locator(".note").textContent()).contains("1 are decided one by one");
        }
    }

    @Test
    void refusesAGroupWhoseSampleWasNotOpened() {
        var session = SignedIn.as("rhea", gate.workspace, http, tokens);
        var csrf = SignedIn.csrf(session, http);
        var opened = SignedIn.client()
                .cookie(SignedIn.COOKIE, session)
                .formParam("csrf", csrf)
                .formParam("request_id", "req_open")
                .post(http.resolve("/batches"));
        var refused = SignedIn.client()
                .cookie(SignedIn.COOKIE, session)
                .formParam("csrf", csrf)
                .formParam("request_id", "req_decide")
                .formParam("group", "1")
                .post(http.resolve(opened.header("Location") + "/decide"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("Open the items of the sample first");
        assertThat(states()).containsOnly(ItemState.ITEM_STATE_PENDING);
    }

    /** From the focused item through the sample with J, which ends at the batch again. */
    private static void readSample(Page page) {
        var batch = page.url();
        page.keyboard().press("Enter");
        page.waitForURL("**/items/*");
        for (int i = 0; i < 3; i++) {
            var before = page.url();
            page.keyboard().press("j");
            page.waitForURL(url -> !url.equals(before));
        }
        assertThat(page.url()).isEqualTo(batch);
        assertThat(page.locator(".chip.good").count()).isEqualTo(3);
    }

    private static void excludeFirst(Page page) {
        page.keyboard().press("j");
        page.keyboard().press("Space");
        assertThat(page.locator("input[name=exclude]:checked").count()).isEqualTo(1);
    }

    private List<ItemState> states() {
        return items.stream().map(item -> gate.get(item.getId()).getState()).toList();
    }
}
