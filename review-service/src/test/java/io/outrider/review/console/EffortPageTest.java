package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Efforts;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run took, beside why its item is here. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class EffortPageTest {

    private static final String SCRIPT = "<script>document.title='mine'</script>";
    private static final String WHY = "[aria-labelledby=why]";

    @TestHTTPResource
    URI http;

    TestTokens tokens;

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
    void isShownBesideTheItemAndOnThePageOfItsRun() {
        var item = gate.pending(costly());

        var page = browser.open("/items/" + item.getId());
        assertThat(page.locator(WHY).textContent())
                .contains("How it was made", "$0.0314", "12,480 tokens read", "4.2 s, $0.0189", "founders", "seq_0198");
        browser.assertAccessible("/items/" + item.getId());
        assertThat(browser.open("/runs/" + gate.run).locator("main").textContent())
                .contains("What it took until it proposed", "$0.0314", "4.2 s")
                .doesNotContain("do not say what it cost");
        browser.assertAccessible("/runs/" + gate.run);
    }

    @Test
    void isTextWhateverItSays() {
        var proposal = costly();
        proposal.getEffortBuilder().setSequenceId(SCRIPT).getStepsBuilder(0).setStep(SCRIPT);
        proposal.getOriginBuilder().setPlaybookId(SCRIPT);
        proposal.getStepsBuilder(0).setCoreValuePropId(SCRIPT);
        var item = gate.pending(proposal);

        var page = browser.open("/items/" + item.getId());
        assertThat(page.locator(WHY + " .effort dd").allTextContents())
                .filteredOn(SCRIPT::equals)
                .hasSize(3);
        assertThat(page.title()).doesNotContain("mine");
    }

    @Test
    void isLeftOutWhereNobodySaidIt() {
        var proposal = crm(gate.run);
        proposal.getOriginBuilder().clearPlaybookId();
        var item = gate.pending(proposal);

        assertThat(browser.open("/items/" + item.getId()).locator(".effort").count())
                .isZero();
        assertThat(browser.page().locator(WHY).textContent()).doesNotContain("How it was made");
        assertThat(browser.open("/runs/" + gate.run).locator("main").textContent())
                .contains("do not say what it cost");
    }

    private Proposal.Builder costly() {
        return enrol(gate.run).setEffort(Efforts.usual());
    }
}
