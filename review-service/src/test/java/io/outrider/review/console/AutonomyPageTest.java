package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SignedIn;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.AutonomyRule;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ListAutonomyProposalsRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels that were earned, and the person who gives them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class AutonomyPageTest {

    private static final int EARNED_BY = 20;

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void earn() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setAutonomy(
                AutonomyRule.newBuilder().setMinItems(EARNED_BY).setMinPrecision(0.7)));
        reject();
        for (int i = 0; i < EARNED_BY; i++) {
            gate.acceptById(gate.pending(crm(gate.run + i)).getId());
        }
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void showsWhatALevelRestsOnAndLetsAnAdminGiveIt() {
        try (var browser = new Browsing("ada", gate, http, tokens, true, Role.ROLE_ADMIN)) {
            browser.assertAccessible("/autonomy");
            var page = browser.page();
            assertThat(page.locator(".promotion").textContent())
                    .contains("crm.company.upsert", "from all reviewed to sampled", "20 of 21 were accepted");
            assertThat(page.locator(".evidence li").first().textContent()).contains("Rejected one", "rejected");
            page.locator(".evidence a").first().click();
            assertThat(page.locator("h1").textContent()).contains("Rejected one");

            browser.open("/autonomy").locator("input[name=comment]").fill("The figures say so");
            page.getByText("Accept the level").click();
            assertThat(page.locator(".promotion").count()).isZero();
            assertThat(page.locator("main table").textContent()).contains("sampled", "by ada: The figures say so");
            browser.assertAccessible("/autonomy");
        }
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void takesADeclineWithoutScripts() {
        try (var browser = new Browsing("ada", gate, http, tokens, false, Role.ROLE_ADMIN)) {
            browser.open("/autonomy").locator("input[name=comment]").fill("Not yet");
            browser.page().getByText("Decline").click();
            assertThat(browser.page().locator(".promotion").count()).isZero();
            assertThat(browser.page().locator("main table").textContent()).contains("all reviewed", "by ada: Not yet");
        }
    }

    @Test
    void isReadByReviewersAndDecidedByAdminsOnly() {
        try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            assertThat(browser.open("/autonomy").locator(".promotion").textContent())
                    .contains("An admin decides");
        }
        var session = SignedIn.as("rhea", gate.workspace, http, tokens);
        var refused = SignedIn.client()
                .cookie(SignedIn.COOKIE, session)
                .formParam("csrf", SignedIn.csrf(session, http))
                .formParam("request_id", Ids.next("req"))
                .formParam("accept", "yes")
                .formParam("comment", "I want it")
                .post(http.resolve("/autonomy/proposals/" + proposal()));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void namesTheItemsToCallersToo() {
        var proposals = AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("ada", gate.workspace, Role.ROLE_VIEWER))
                .listAutonomyProposals(ListAutonomyProposalsRequest.getDefaultInstance())
                .getProposalsList();
        assertThat(proposals.getFirst().getEvidenceItemIdsList()).hasSize(20);
        var first = gate.get(proposals.getFirst().getEvidenceItemIds(0));
        assertThat(first.getProposal().getAccount().getName()).isEqualTo("Rejected one");
    }

    private String proposal() {
        return AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("ada", gate.workspace, Role.ROLE_ADMIN))
                .listAutonomyProposals(ListAutonomyProposalsRequest.getDefaultInstance())
                .getProposals(0)
                .getId();
    }

    private void reject() {
        var account = Account.newBuilder().setDomain("bad.example").setName("Rejected one");
        var item = gate.pending(crm(gate.run + "bad").setAccount(account));
        gate.decide(Gate.accept(item)
                .setType(DecisionType.DECISION_TYPE_REJECT)
                .setReason(RejectReason.REJECT_REASON_OTHER));
    }
}
