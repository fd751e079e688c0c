package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Chromium;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class ConsoleTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    private Gate gate;
    private Chromium chromium;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        chromium = new Chromium();
        context = chromium.browser().newContext(new Browser.NewContextOptions());
        page = context.newPage();
    }

    @AfterEach
    void close() {
        chromium.close();
        gate.close();
    }

    @Test
    void signsInOnceAndAcceptsAnItem() {
        var item = gate.pending(enrol(gate.run));
        var link = link();
        signIn(link);
        assertAccessible();
        page.locator(".row-link").first().click();

        assertThat(page.content()).contains("Ferrocraft today opened its second foundry", "supported by evidence");
        assertAccessible();
        page.locator("#accept").click();

        assertThat(page.locator("body").textContent()).contains("0 open");
        holds.runOut();
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_ACCEPTED);
        page.context().clearCookies();
        page.navigate(http.resolve(link).toString());
        page.locator("main button.primary").click();
        assertThat(page.content()).contains("used before");
    }

    @Test
    void rejectsByKeyboardWithAReason() {
        var item = gate.pending(crm(gate.run));
        signIn(link());
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/items/*");
        page.keyboard().press("x");
        page.keyboard().type("Tone");
        page.keyboard().press("Enter");
        page.locator("button.danger").click();

        assertThat(page.locator("body").textContent()).contains("0 open");
        holds.runOut();
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_REJECTED);
        assertThat(gate.get(item.getId()).getDecisions(0).getReason()).isEqualTo(RejectReason.REJECT_REASON_TONE);
    }

    @Test
    void marksAnUnsupportedSentenceAndBlocksAccepting() {
        var body = Samples.BODY + " You will save 40%.";
        var proposal = enrol(gate.run).setPayload(Samples.payload(body));
        proposal.getStepsBuilder(0).addSentences(Samples.sentence("You will save 40%.", 1, Support.SUPPORT_NONE));
        var item = gate.pending(proposal);
        signIn(link());
        page.navigate(http.resolve("/items/" + item.getId()).toString());

        assertThat(page.locator(".s-none").textContent()).contains("You will save 40%.", "unsupported");
        assertAccessible();
        page.locator("#accept").click();
        assertThat(page.locator("main").textContent()).contains("Not done", "override the lint");
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_PENDING);
    }

    @Test
    void editsAndAccepts() {
        var item = gate.pending(enrol(gate.run));
        signIn(link());
        page.navigate(http.resolve("/items/" + item.getId()).toString());
        page.keyboard().press("e");
        page.locator("#body-0-1").fill("Ferrocraft opened a second foundry in Ghent. Could we talk?");
        page.getByText("Save my edit and accept").click();

        assertThat(page.locator("body").textContent()).contains("0 open");
        holds.runOut();
        assertThat(state(item)).isEqualTo(ItemState.ITEM_STATE_EDITED);
        assertThat(gate.get(item.getId()).getProposal().getPayload().toStringUtf8())
                .contains("Could we talk?");
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        var item = gate.pending(crm(gate.run));
        signIn(link());
        page.navigate(http.resolve("/items/" + item.getId()).toString());
        gate.decide(Gate.accept(item));
        page.locator("#accept").click();

        assertThat(page.locator("main").textContent()).contains("Somebody was faster");
    }

    @Test
    void showsWhatOthersWroteAsText() {
        var script = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        var account = Account.newBuilder().setDomain("ferrocraft.example").setName(script);
        var record = gate.pending(crm(gate.run).setDescription(script).setAccount(account));
        var letter = enrol(gate.run + "b")
                .setAccount(account)
                .setRisk(Risk.newBuilder().setAffectedCount(1).addMissing(script));
        letter.getClaimsBuilder(0)
                .setValue(script)
                .getEvidenceBuilder(0)
                .setQuote(script)
                .setTitle(script)
                .setUrl("javascript:document.title='owned'");
        var quoted = gate.pending(letter);
        gate.decide(
                Gate.accept(record).setType(DecisionType.DECISION_TYPE_IGNORE).setComment(script));
        signIn(link());
        page.navigate(http.resolve("/").toString());
        page.locator("#batch").click();
        var batch = URI.create(page.url()).getPath();

        for (var path : List.of(
                "/",
                "/?decided=true",
                "/items/" + record.getId(),
                "/items/" + quoted.getId(),
                "/runs/" + gate.run,
                batch)) {
            page.navigate(http.resolve(path).toString());
            assertThat(page.locator("main").textContent()).as(path).contains(script);
            assertThat(page.locator("main img, main script, main a[href^=javascript]")
                            .count())
                    .as(path)
                    .isZero();
            assertThat(page.title()).as(path).doesNotStartWith("owned");
        }
    }

    @Test
    void refusesAFormFromElsewhereAndHidesOtherWorkspaces() {
        var item = gate.pending(crm(gate.run));
        signIn(link());
        var cookie = page.context().cookies().getFirst();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("STRICT");

        for (var path : List.of(
                "/items/" + item.getId() + "/decide",
                "/items/" + item.getId() + "/undo",
                "/items/" + item.getId() + "/claim",
                "/batches",
                "/batches/bat_1/decide",
                "/batches/bat_1/undo",
                "/autonomy/proposals/x",
                "/policy/stop",
                "/pause",
                "/signout")) {
            var forged = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .cookie(cookie.name, cookie.value)
                    .formParam("csrf", "guess")
                    .formParam("request_id", "req_1")
                    .formParam("type", "ACCEPT")
                    .post(http.resolve(path));
            assertThat(forged.statusCode()).as(path).isEqualTo(403);
            assertThat(forged.header("Content-Security-Policy")).contains("default-src 'none'");
        }
        try (var other = new Gate(tokens)) {
            var strange = other.pending(crm(other.run));
            var hidden = RestAssured.given()
                    .cookie(cookie.name, cookie.value)
                    .get(http.resolve("/items/" + strange.getId()));
            assertThat(hidden.statusCode()).isEqualTo(404);
        }
    }

    private void signIn(String link) {
        page.navigate(http.resolve(link).toString());
        page.locator("main button.primary").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Review queue");
    }

    private String link() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + tokens.token("rhea", gate.workspace, Role.ROLE_REVIEWER))
                .post(http.resolve("/signin/links"))
                .jsonPath()
                .getString("url");
    }

    private ItemState state(ReviewItem item) {
        return gate.get(item.getId()).getState();
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
