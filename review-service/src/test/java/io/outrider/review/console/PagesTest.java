package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page in a browser: for everybody, at any size, and without scripts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class PagesTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void areAccessibleInBothSchemesAndAtAnySize() {
        var blocked = gate.pending(unsupported());
        var lengthy = "Supercalifragilistic".repeat(6);
        var decided = gate.pending(crm(gate.run + "b")
                .setDescription(lengthy)
                .setAccount(Account.newBuilder().setDomain("ferrocraft.example").setName(lengthy))
                .setRisk(Risk.newBuilder()
                        .setAffectedCount(1)
                        .setPartial(true)
                        .setDegraded(true)
                        .addMissing("no sound evidence for " + lengthy)));
        gate.acceptById(decided.getId());
        gate.pending(crm("run_other"));
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN)) {
            for (var path : List.of(
                    "/",
                    "/?decided=true",
                    "/?lane=BATCH",
                    "/items/" + blocked.getId(),
                    "/items/" + decided.getId(),
                    "/items/none",
                    "/runs/" + gate.run,
                    "/runs/" + gate.run + "b",
                    "/autonomy",
                    "/policy",
                    "/insights",
                    "/signin",
                    "/signin?code=x")) {
                browser.assertAccessible(path);
            }
            browser.page().setViewportSize(1700, 1000);
            assertThat(browser.open("/items/" + blocked.getId())
                            .locator(".near")
                            .isVisible())
                    .isTrue();
            browser.assertAccessible("/items/" + blocked.getId());
        }
    }

    @Test
    void workWithoutScripts() {
        var accepted = gate.pending(enrol("run_a"));
        var edited = gate.pending(enrol("run_e"));
        var responded = gate.pending(enrol("run_r"));
        var rejected = gate.pending(enrol("run_x"));
        var ignored = gate.pending(enrol("run_i"));
        try (var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            browser.open("/items/" + accepted.getId()).locator("#accept").click();
            var page = browser.open("/items/" + edited.getId());
            page.getByText("Edit Paragraph 2").click();
            page.locator("#body-0-1").fill("Ferrocraft opened a second foundry in Ghent. Could we talk?");
            page.getByText("Save my edit and accept").click();
            page = browser.open("/items/" + responded.getId());
            page.locator("#respond-comment").fill("Shorter, please");
            page.locator("button[value=RESPOND]").click();
            page = browser.open("/items/" + rejected.getId());
            page.locator("#reason").selectOption("TONE");
            page.locator("button.danger").click();
            browser.open("/items/" + ignored.getId()).locator("#ignore").click();

            assertThat(browser.page().locator("main").textContent()).contains("0 open");
        }
        holds.runOut();
        assertThat(state(accepted.getId())).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        assertThat(state(edited.getId())).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(state(responded.getId())).isEqualTo(ItemState.ITEM_STATE_RESPONDED);
        assertThat(state(rejected.getId())).isEqualTo(ItemState.ITEM_STATE_REJECTED);
        assertThat(state(ignored.getId())).isEqualTo(ItemState.ITEM_STATE_IGNORED);
    }

    @Test
    void showTheQuoteOfASentenceWhereItIsFocusedOrPointedAt() {
        var item = gate.pending(enrol(gate.run));
        try (var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            var page = browser.open("/items/" + item.getId());
            var sentence = page.locator(".s-claim");
            assertThat(sentence.locator(".tip").isVisible()).isFalse();
            sentence.focus();
            assertThat(sentence.locator(".tip").isVisible()).isTrue();
            assertThat(sentence.locator(".tip").textContent())
                    .contains("Ferrocraft today opened its second foundry, in Ghent.");
            page.locator("h1").click();
            sentence.hover();
            assertThat(sentence.locator(".tip").isVisible()).isTrue();
        }
    }

    @Test
    void showWhatAnEditChanged() {
        var item = gate.pending(enrol(gate.run));
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            var page = browser.open("/items/" + item.getId());
            page.keyboard().press("e");
            page.locator("#body-0-1").fill("Ferrocraft opened a second foundry in Ghent. Could we talk?");
            page.getByText("Save my edit and accept").click();
            holds.runOut();
            page = browser.open("/items/" + item.getId());

            assertThat(page.locator(".diff del").textContent()).isEqualTo("Shall");
            assertThat(page.locator(".diff ins").textContent()).isEqualTo("Could");
            assertThat(page.locator(".diff").textContent()).contains("second foundry in Ghent");
            browser.assertAccessible("/items/" + item.getId());
        }
    }

    @Test
    void showAPayloadOf200Kilobytes() {
        var text = "x ".repeat(100_000);
        var item = gate.pending(crm(gate.run)
                .setPayload(ByteString.copyFromUtf8(
                        "{\"domain\":\"ferrocraft.example\",\"name\":\"Ferrocraft\",\"properties\":{\"about\":\"" + text
                                + "\"}}")));
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            var page = browser.open("/items/" + item.getId());
            assertThat(page.locator("pre").first().textContent()).hasSizeGreaterThan(200_000);
            browser.assertAccessible("/items/" + item.getId());
            page.locator(".edit-all summary").click();
            page.locator("#payload").fill(page.locator("#payload").inputValue().replace("x x x ", "y y y "));
            page.getByText("Save my edit and accept").click();
            assertThat(page.locator("main").textContent()).contains("0 open", "Edited and accepted");
            holds.runOut();
            assertThat(state(item.getId())).isEqualTo(ItemState.ITEM_STATE_EDITED);
        }
    }

    private ItemState state(String id) {
        return gate.get(id).getState();
    }

    private Proposal.Builder unsupported() {
        var body = Samples.BODY + " You will save 40%.";
        var proposal = enrol(gate.run).setPayload(Samples.payload(body));
        proposal.getStepsBuilder(0).addSentences(Samples.sentence("You will save 40%.", 1, Support.SUPPORT_NONE));
        return proposal;
    }
}
