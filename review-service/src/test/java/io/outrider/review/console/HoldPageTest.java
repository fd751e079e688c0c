package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions of the console wait before they take effect. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class HoldPageTest {

    private static final int LONG = 120;

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    TestClock clock;

    @Inject
    Holds holds;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        // A slow machine needs more than ten seconds between a decision and its undo.
        gate.update(policy -> policy.setDecisionHold(seconds(LONG)));
    }

    @AfterEach
    void close() {
        clock.ahead(Duration.ZERO);
        gate.close();
    }

    private enum Verb {
        ACCEPT(page -> page.keyboard().press("a"), DecisionType.DECISION_TYPE_ACCEPT, ItemState.ITEM_STATE_ACCEPTED),
        EDIT(HoldPageTest::edit, DecisionType.DECISION_TYPE_EDIT, ItemState.ITEM_STATE_EDITED),
        RESPOND(HoldPageTest::respond, DecisionType.DECISION_TYPE_RESPOND, ItemState.ITEM_STATE_RESPONDED),
        REJECT(HoldPageTest::reject, DecisionType.DECISION_TYPE_REJECT, ItemState.ITEM_STATE_REJECTED),
        IGNORE(page -> page.keyboard().press("i"), DecisionType.DECISION_TYPE_IGNORE, ItemState.ITEM_STATE_IGNORED);

        private final Consumer<Page> by;
        private final DecisionType type;
        private final ItemState end;

        Verb(Consumer<Page> by, DecisionType type, ItemState end) {
            this.by = by;
            this.type = type;
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void holdsEachVerbUntilItsTimeAndUndoesItByKey(Verb verb) {
        var item = gate.pending(enrol(gate.run));
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            decide(browser, item, verb);
            assertThat(gate.get(item.getId()).getHeldDecision().getType()).isEqualTo(verb.type);
            browser.page().keyboard().press("u");
            browser.page().waitForURL("**/items/" + item.getId());
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);

            decide(browser, item, verb);
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_HELD);
            holds.runOut();
            assertThat(state(item)).isEqualTo(verb.end);
            assertThat(gate.get(item.getId()).getDecisionsCount()).isEqualTo(1);
        }
    }

    @Test
    void undoesWithoutScriptsAndShowsTheTimeLeft() {
        var item = gate.pending(crm(gate.run));
        try (var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            browser.open("/items/" + item.getId()).locator("#accept").click();
            var held = browser.page().locator("form.held");
            assertThat(held.textContent())
                    .contains("Accepted", "Ferrocraft", "UTC")
                    .containsPattern("in 1[0-9]+ s");
            browser.page().locator(".undo").click();
            assertThat(browser.page().locator("h1").textContent()).contains("Ferrocraft");
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
        }
    }

    @Test
    void refusesAnUndoThatComesTooLate() {
        var item = gate.pending(crm(gate.run));
        try (var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            browser.open("/items/" + item.getId()).locator("#accept").click();
            holds.runOut();
            browser.page().locator(".undo").click();
            assertThat(browser.page().locator("main").textContent()).contains("already taken effect");
            assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        }
    }

    @Test
    void tellsOthersWhoDecidedAndLetsOnlyThatPersonUndo() {
        var item = gate.pending(crm(gate.run));
        try (var mine = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER);
                var other = new Browsing("rob", gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            mine.open("/items/" + item.getId()).locator("#accept").click();
            var page = other.open("/items/" + item.getId());
            assertThat(page.locator(".held").textContent()).contains("Accepted by rhea");
            assertThat(page.locator(".undo").count()).isZero();
        }
    }

    @Test
    void holdsTenSecondsUnlessThePolicySaysOtherwise() {
        var item = gate.pending(crm(gate.run));
        var later = gate.pending(crm(gate.run + "b"));
        gate.update(policy -> policy.clearDecisionHold());
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            browser.open("/items/" + item.getId()).locator("#accept").click();
            gate.update(policy -> policy.setDecisionHold(seconds(LONG)));
            browser.open("/items/" + later.getId()).locator("#accept").click();
            browser.assertAccessible("/");
        }
        assertThat(held(item)).isEqualTo(10);
        assertThat(held(later)).isEqualTo(LONG);
    }

    private long held(ReviewItem item) {
        var now = gate.get(item.getId());
        return now.getReleaseTime().getSeconds()
                - now.getHeldDecision().getDecideTime().getSeconds();
    }

    private static com.google.protobuf.Duration seconds(int seconds) {
        return com.google.protobuf.Duration.newBuilder().setSeconds(seconds).build();
    }

    private void decide(Browsing browser, ReviewItem item, Verb verb) {
        browser.open("/items/" + item.getId());
        verb.by.accept(browser.page());
        browser.page().waitForURL(http + "");
    }

    private static void edit(Page page) {
        page.keyboard().press("e");
        page.locator("#body-0-1").fill("Ferrocraft opened a second foundry in Ghent. Could we talk?");
        page.getByText("Save my edit and accept").click();
    }

    private static void respond(Page page) {
        page.keyboard().press("r");
        page.keyboard().type("Shorter, please");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }

    private static void reject(Page page) {
        page.keyboard().press("x");
        page.keyboard().type("Tone");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }

    private ItemState state(ReviewItem item) {
        return gate.get(item.getId()).getState();
    }
}
