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
import io.outrider.kit.time.Timestamps;
import io.outrider.review.fixture.Chromium;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SignedIn;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole morning's work in a browser by somebody who never touches a mouse. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class KeyboardTest {

    private static final int FAR = 80;

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    private Gate gate;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        gate.update(policy -> policy.setDecisionHold(Duration.newBuilder().setSeconds(120)));
        chromium = new Chromium();
        page = chromium.browser().newPage();
    }

    @AfterEach
    void close() {
        chromium.close();
        gate.close();
    }

    @Test
    void signsInReadsEditsAcceptsBatchesAndUndoes() {
        var message = enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(900));
        message.getClaimsBuilder(0)
                .getEvidenceBuilder(0)
                .setFetchTime(Timestamps.toWire(Instant.parse("2026-11-20T09:00:00Z")));
        var letter = gate.pending(message);
        var records = IntStream.range(0, 3)
                .mapToObj(i -> gate.pending(crm(gate.run + i)))
                .toList();

        signIn();
        press("j", "Enter");
        page.waitForURL("**/items/" + letter.getId());
        readEvidence();
        edit(letter.getId());
        press("u");
        page.waitForURL("**/items/" + letter.getId());
        assertThat(gate.get(letter.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        edit(letter.getId());

        press("j", "Space", "j", "Space", "j", "Space", "Shift+A");
        page.waitForURL("**/batches/*");
        press("Shift+A");
        readSample();
        press("Shift+A");
        PlaywrightAssertions.assertThat(page.locator(".undo")).hasCount(2);
        press("u");
        PlaywrightAssertions.assertThat(page.locator(".undo")).hasCount(1);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(gate.get(record.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING));
        press("Shift+A");
        PlaywrightAssertions.assertThat(page.locator(".undo")).hasCount(2);

        holds.runOut();
        assertThat(gate.get(letter.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(gate.get(letter.getId()).getProposal().getSteps(0).getSubject())
                .isEqualTo("Your foundry in Ghent");
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(gate.get(record.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_ACCEPTED));
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    private void signIn() {
        page.navigate(http.resolve(SignedIn.link("rhea", gate.workspace, http, tokens, Role.ROLE_REVIEWER))
                .toString());
        tabTo("main button.primary");
        press("Enter");
        page.waitForURL(http + "");
    }

    private void readEvidence() {
        tabTo(".s-claim");
        assertThat(page.locator(".s-claim .tip").isVisible()).isTrue();
        assertThat(page.locator(".s-claim .tip").textContent())
                .contains("Ferrocraft today opened its second foundry, in Ghent.", "read 2026-11-20");
        tabTo(".tip a");
        press("Enter");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*#fact-clm_1"));
    }

    private void edit(String item) {
        press("e", "End");
        page.keyboard().type(" in Ghent");
        press("Enter");
        page.waitForURL("**/items/" + item + "/decide");
        assertThat(page.locator(".diff ins").textContent()).contains("Ghent");
        tabTo("button[value=EDIT]");
        press("Enter");
        page.waitForURL(http + "");
    }

    private void readSample() {
        var batch = page.url();
        press("Enter");
        page.waitForURL("**/items/*");
        for (int i = 0; i < 3; i++) {
            var before = page.url();
            press("j");
            page.waitForURL(url -> !url.equals(before));
        }
        assertThat(page.url()).isEqualTo(batch);
    }

    private void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private void tabTo(String selector) {
        for (int i = 0; i < FAR; i++) {
            press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("Not reached by Tab: " + selector);
    }
}
