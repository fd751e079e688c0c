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
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the gate knows of a run, from the proposal to the outcome. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class RunPageTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    @Test
    void tellsEachStepInOrder() {
        try (var gate = new Gate(tokens);
                var browser = new Browsing(gate, http, tokens, false, Role.ROLE_REVIEWER)) {
            var proposal = crm(gate.run);
            proposal.getOriginBuilder().setTraceId("4bf92f3577b34da6a3ce929d0e0e4736");
            var item = gate.pending(proposal);
            var path = "/items/" + item.getId();
            browser.open(path).getByText("take it for 10 minutes").click();
            browser.open(path).locator("#accept").click();
            browser.page().locator(".undo").click();
            browser.open(path).locator("#accept").click();
            holds.runOut();
            gate.calls
                    .service(gate.workspace)
                    .reportOutcome(ReportOutcomeRequest.newBuilder()
                            .setRequestId(Ids.next("req"))
                            .setItemId(item.getId())
                            .setOutcome(EffectOutcome.EFFECT_OUTCOME_EXECUTED)
                            .build());

            var page = browser.open("/runs/" + gate.run);
            assertThat(page.locator(".timeline strong").allTextContents())
                    .containsExactly(
                            "proposed",
                            "opened",
                            "taken",
                            "accept, held",
                            "taken back",
                            "accept, held",
                            "in effect",
                            "executed");
            assertThat(page.locator("main").textContent())
                    .contains("4bf92f3577b34da6a3ce929d0e0e4736", "grant grt_", "do not say what it cost");
        }
        try (var gate = new Gate(tokens);
                var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER)) {
            gate.pending(crm(gate.run));
            browser.assertAccessible("/runs/" + gate.run);
        }
    }
}
