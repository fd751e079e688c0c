package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Page;
import io.outrider.kit.id.Ids;
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
import io.outrider.review.queue.RefitCalibrators;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reviewer sees of an item, and what becomes of what they type. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class ItemPageTest {

    private static final String FOUNDRY = "Ferrocraft opened a second foundry in Ghent.";
    private static final String SAVE = "Save my edit and accept";

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    @Inject
    RefitCalibrators refit;

    private Gate gate;
    private Browsing browser;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER);
    }

    @AfterEach
    void close() {
        browser.close();
        gate.close();
    }

    @Test
    void marksAnEditWithAnUnsupportedFactKeepsItsTextAndTakesItOnlyWithAReason() {
        var item = gate.pending(enrol(gate.run));
        var text = FOUNDRY + " Clients like Kestrel Steel save 55% a year.";
        var page = edit(item, text);
        page.getByText(SAVE).click();

        assertThat(page.locator(".blocked").first().textContent()).contains("Not saved", "without support");
        assertThat(page.locator(".s-none").textContent()).contains("Kestrel Steel", "unsupported");
        assertThat(page.locator("#body-0-1").inputValue()).isEqualTo(text);
        assertThat(page.locator(".diff ins").allTextContents().toString()).contains("Kestrel Steel");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);

        page.locator("#edit-form input[name=override_lint]").check();
        page.getByText(SAVE).click();
        assertThat(page.locator(".blocked").first().textContent()).contains("must say why");
        page.locator("#edit-comment").fill("They said so on the phone");
        page.getByText(SAVE).click();
        page.waitForURL(http + "");
        holds.runOut();
        assertThat(gate.get(item.getId()).getDecisions(0).getOverrodeLint()).isTrue();
        assertThat(gate.get(item.getId()).getProposal().getSteps(0).getSentencesList())
                .anySatisfy(sentence -> assertThat(sentence.getSupport()).isEqualTo(Support.SUPPORT_NONE));
    }

    @Test
    void refusesAnEditThatBreaksTheLint() {
        var item = gate.pending(enrol(gate.run));
        var page = edit(item, FOUNDRY + " Dear {{first_name}}, look at https://elsewhere.example/now");
        page.getByText(SAVE).click();
        assertThat(page.locator(".lint").textContent()).contains("MERGE_FIELD_LEFT", "FORBIDDEN_LINK");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void neverTakesAnUnsupportedFactWhereAPersonMustApprove() {
        var item = gate.pending(
                enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(900).setNewSegment(true)));
        var page = edit(item, FOUNDRY + " You save 55% a year.");
        page.getByText(SAVE).click();
        page.locator("#edit-form input[name=override_lint]").check();
        page.locator("#edit-comment").fill("I want it");
        page.getByText(SAVE).click();
        assertThat(page.locator(".blocked").first().textContent()).contains("Not saved");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void checksAnEditAgainstTheGeneratedVersionAndDecidesNothing() {
        var item = gate.pending(enrol(gate.run));
        var page = edit(item, FOUNDRY + " Could we talk?");
        page.getByText("Check my edit").click();

        assertThat(page.locator(".note").first().textContent()).contains("checked and not saved");
        assertThat(page.locator(".diff del").textContent()).isEqualTo("Shall");
        assertThat(page.locator(".diff ins").textContent()).isEqualTo("Could");
        assertThat(page.locator(".s-claim").textContent()).contains(FOUNDRY);
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
        page.getByText(SAVE).click();
        page.waitForURL(http + "");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_HELD);
    }

    @Test
    void editsARecordFieldByFieldButNotWhoItIsAbout() {
        var item = gate.pending(
                crm(gate.run)
                        .setPayload(
                                ByteString.copyFromUtf8(
                                        "{\"domain\":\"ferrocraft.example\",\"name\":\"Ferrocraft\",\"properties\":{\"tags\":[\"steel\",7]}}")));
        var page = browser.open("/items/" + item.getId());
        page.keyboard().press("e");
        assertThat(page.locator("textarea[name^=field-]").count()).isEqualTo(2);
        page.locator("#field-2").fill("cast steel");
        page.getByText(SAVE).click();
        page.waitForURL(http + "");
        holds.runOut();
        assertThat(gate.get(item.getId()).getProposal().getPayload().toStringUtf8())
                .isEqualTo(
                        "{\"domain\":\"ferrocraft.example\",\"name\":\"Ferrocraft\",\"properties\":{\"tags\":[\"cast steel\",7]}}");
    }

    @Test
    void keepsWhatWasTypedWhereItIsNoPayload() {
        var item = gate.pending(crm(gate.run));
        var page = browser.open("/items/" + item.getId());
        page.getByText("Edit it as JSON").click();
        page.locator("#payload").fill("{\"domain\": nonsense");
        page.getByText(SAVE).click();
        assertThat(page.locator(".blocked").textContent()).contains("must be one JSON object");
        assertThat(page.locator("#payload").inputValue()).isEqualTo("{\"domain\": nonsense");
    }

    @Test
    void walksThroughItsVersionsByKey() {
        var item = gate.pending(enrol(gate.run));
        gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Warmer, please"));
        var warmer = enrol(gate.run).setPayload(Samples.payload(Samples.BODY + " Warmly."));
        warmer.getStepsBuilder(0).addSentences(Samples.sentence("Warmly.", 1, Support.SUPPORT_OPINION));
        revise(item, warmer);

        var page = browser.open("/items/" + item.getId());
        assertThat(page.locator("main").textContent())
                .contains("Warmer, please", "Warmly.", "Changed against the generated version");
        browser.assertAccessible("/items/" + item.getId());
        page.keyboard().press("v");
        page.waitForURL("**/items/*?version=1");
        assertThat(page.locator("main").textContent()).contains("older version").doesNotContain("Warmly.");
        assertThat(page.locator("#accept").count()).isZero();
        browser.assertAccessible("/items/" + item.getId() + "?version=1");
        page.keyboard().press("v");
        page.waitForURL("**/items/" + item.getId());
        assertThat(browser.open("/items/" + gate.pending(crm(gate.run)).getId())
                        .locator("#next-version")
                        .count())
                .isZero();
    }

    @Test
    void saysHowFarTheConfidenceCanBeBelieved() throws Throwable {
        var before = gate.pending(crm(gate.run));
        assertThat(browser.open("/items/" + before.getId()).locator("main").textContent())
                .contains("90 %", "as the agent says", "Not calibrated", "never sent", "one approval needed");
        gate.acceptById(before.getId());
        for (int i = 0; i < 20; i++) {
            gate.acceptById(gate.pending(crm(gate.run + "c" + i)).getId());
        }
        VertxContextSupport.subscribeAndAwait(refit::sweep);
        var after = gate.pending(crm(gate.run + "after"));
        var percent = Math.round(after.getCalibratedConfidence() * 100);
        assertThat(browser.open("/items/" + after.getId()).locator("main").textContent())
                .contains(percent + " %", "calibrated", "90 %", "Corrected by version 1", "% of 21");
    }

    @Test
    void countsAsOpenedByWhoReadsIt() {
        var item = gate.pending(crm(gate.run));
        browser.open("/items/" + item.getId()).keyboard().press("a");
        browser.page().waitForURL(http + "");
        holds.runOut();
        assertThat(gate.get(item.getId()).getDecisions(0).getTimeOnItemMs()).isPositive();
    }

    @Test
    void isTakenForAWhile() {
        var item = gate.pending(crm(gate.run));
        browser.open("/items/" + item.getId())
                .getByText("take it for 10 minutes")
                .click();
        assertThat(browser.page().locator(".facts").textContent()).contains("with rhea until");
        assertThat(gate.get(item.getId()).getAssignee()).isEqualTo("rhea");
    }

    private Page edit(ReviewItem item, String text) {
        var page = browser.open("/items/" + item.getId());
        page.keyboard().press("e");
        page.locator("#body-0-1").fill(text);
        return page;
    }

    private void revise(ReviewItem item, Proposal.Builder proposal) {
        gate.calls
                .service(gate.workspace)
                .reviseProposal(ReviseProposalRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .setVersion(item.getVersion())
                        .setInstruction("Warmer, please")
                        .setProposal(proposal)
                        .build());
    }

    private ItemState state(ReviewItem item) {
        return gate.get(item.getId()).getState();
    }
}
