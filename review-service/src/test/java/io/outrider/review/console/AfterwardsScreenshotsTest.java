package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;

import com.microsoft.playwright.options.ColorScheme;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures of what comes after a decision: outcomes that nobody knows, and second looks. Run on demand: docs/screenshots. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
@EnabledIfSystemProperty(named = "outrider.screenshots", matches = ".+")
class AfterwardsScreenshotsTest {

    private static final List<String> NAMES = List.of(
            "Apexmold", "Ironvale", "Dualhelm", "Abacaway", "Northwick", "Saltmarsh", "Quarrystone", "Lampblack");

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Test
    void takesThem() throws IOException {
        try (var gate = new Gate(tokens, "acme-afterwards")) {
            gate.update(policy -> policy.setSecondLookRate(1));
            for (int i = 0; i < NAMES.size(); i++) {
                var name = NAMES.get(i);
                var proposal = i % 2 == 0 ? enrol("run_after_" + i) : crm("run_after_" + i);
                decided(gate, of(proposal, name), i < 3);
                gate.pending(of(crm("run_open_" + i), name));
            }
            try (var browser = new Browsing("rob", gate, http, tokens, true, Role.ROLE_REVIEWER)) {
                var camera = new Camera(browser);
                camera.in(ColorScheme.LIGHT);
                camera.take("/?lane=UNKNOWN_OUTCOME", "queue-unknown");
                browser.page().locator(".row-link").first().click();
                camera.shoot("item-unknown");
                camera.take("/second-looks", "second-looks");
                browser.page().locator(".row-link").first().click();
                camera.shoot("second-look");
            }
        }
    }

    /** @param lost whether the connector heard no answer */
    private static void decided(Gate gate, Proposal.Builder proposal, boolean lost) {
        var item = gate.pending(proposal);
        gate.acceptById(item.getId());
        gate.calls
                .service(gate.workspace)
                .reportOutcome(ReportOutcomeRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .setOutcome(lost ? EffectOutcome.EFFECT_OUTCOME_UNKNOWN : EffectOutcome.EFFECT_OUTCOME_EXECUTED)
                        .setDetail(lost ? "no answer within 20 s" : "")
                        .build());
    }

    private static Proposal.Builder of(Proposal.Builder proposal, String name) {
        return proposal.setDescription("Acts on " + name + ".")
                .setAccount(Account.newBuilder().setName(name).setDomain(name.toLowerCase(Locale.ROOT) + ".example"));
    }
}
