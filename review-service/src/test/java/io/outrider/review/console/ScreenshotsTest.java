package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;

import com.google.protobuf.Duration;
import com.microsoft.playwright.options.ColorScheme;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.fixture.Browsing;
import io.outrider.review.fixture.Efforts;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Holds;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SlackTwin;
import io.outrider.review.v1.AutonomyRule;
import io.outrider.review.v1.AutonomyServiceGrpc;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.EffectOutcome;
import io.outrider.review.v1.GetCalibrationRequest;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReportOutcomeRequest;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Confidence;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Role;
import io.outrider.type.v1.Support;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures in docs/img. Run on demand: docs/screenshots. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
@EnabledIfSystemProperty(named = "outrider.screenshots", matches = ".+")
class ScreenshotsTest {

    private static final List<String> NAMES = List.of(
            "Apexmold",
            "Ironvale",
            "Pellucid Glass",
            "Dualhelm",
            "Abacaway",
            "Studio Marrow",
            "Northwick",
            "Tallow & Pine");

    private static final List<String> MORE = List.of(
            "Grainhollow",
            "Saltmarsh Tools",
            "Osier & Reed",
            "Quarrystone",
            "Fenwick Dyes",
            "Lampblack",
            "Hollis Cranes");

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    Holds holds;

    @Test
    void takesThem() throws IOException {
        try (var gate = new Gate(tokens, "acme")) {
            gate.update(policy -> policy.setAutonomy(
                            AutonomyRule.newBuilder().setMinItems(20).setMinPrecision(0.8))
                    .setDecisionHold(Duration.newBuilder().setSeconds(120)));
            decide(gate);
            var first = gate.pending(ferrocraft(gate.run));
            fill(gate);
            try (var browser = new Browsing(gate, http, tokens, true, Role.ROLE_REVIEWER, Role.ROLE_ADMIN)) {
                var camera = new Camera(browser);
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    camera.in(scheme);
                    var in = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                    camera.take("/", "queue" + in);
                    browser.open("/items/" + first.getId())
                            .locator(".s-claim")
                            .first()
                            .focus();
                    camera.shoot("item" + in);
                    camera.take("/insights", "insights" + in);
                }
                camera.in(ColorScheme.LIGHT);
                edit(browser, camera, first.getId());
                batch(browser, camera);
                camera.take("/autonomy", "autonomy");
                camera.take("/policy", "policy");
                run(gate, browser, camera);
                camera.size(1680, 900);
                camera.take("/items/" + first.getId(), "item-wide");
                camera.size(1280, 800);
                camera.take("/signin", "signin");
                browser.open("/");
                browser.page().keyboard().press("?");
                camera.shoot("keys");
            }
        }
    }

    private void edit(Browsing browser, Camera camera, String id) throws IOException {
        var page = browser.open("/items/" + id);
        page.keyboard().press("e");
        page.locator("#body-0-1").fill("Ferrocraft opened a second foundry in Ghent. Could we talk? Others save 55%.");
        page.getByText("Check my edit").click();
        camera.shoot("edit");
    }

    /** Opens two of the sample, looks, then opens the third and accepts. */
    private void batch(Browsing browser, Camera camera) throws IOException {
        browser.open("/?action=crm.company.upsert").locator("#batch").click();
        var batch = URI.create(browser.page().url()).getPath();
        for (int i = 0; i < 3; i++) {
            browser.open(batch).locator("[data-sample]").nth(i).click();
            if (i == 1) {
                camera.take(batch, "batch");
            }
        }
        browser.open(batch).locator(".accept-group").first().click();
        camera.take("/", "held");
    }

    /** One proposal on its whole way. */
    private void run(Gate gate, Browsing browser, Camera camera) throws IOException {
        var item = gate.pending(origin(enrol("run_0198f3c2a4d07c1e9b2d4f6a8c0e1f23")));
        var path = "/items/" + item.getId();
        browser.open(path).getByText("take it for 10 minutes").click();
        browser.page().locator("#accept").click();
        browser.page().locator(".undo").first().click();
        browser.page().locator("#accept").click();
        holds.runOut();
        gate.calls
                .service(gate.workspace)
                .reportOutcome(ReportOutcomeRequest.newBuilder()
                        .setRequestId(Ids.next("req"))
                        .setItemId(item.getId())
                        .setOutcome(EffectOutcome.EFFECT_OUTCOME_EXECUTED)
                        .build());
        camera.take("/runs/run_0198f3c2a4d07c1e9b2d4f6a8c0e1f23", "run");
    }

    private static void fill(Gate gate) {
        for (int i = 0; i < NAMES.size(); i++) {
            var partial = i % 4 == 3;
            var risk = Risk.newBuilder().setAffectedCount(i % 3 == 0 ? 60 : 1).setPartial(partial);
            if (partial) {
                risk.addMissing("no sound evidence for employee_count");
            }
            var proposal = (i % 2 == 0 ? enrol("run_" + i) : crm("run_" + i))
                    .setAccount(account(NAMES.get(i)))
                    .setDescription("Acts on " + NAMES.get(i) + ".")
                    .setConfidence(Confidence.newBuilder().setValue(0.55 + 0.05 * i))
                    .setRisk(risk);
            proposal.getOriginBuilder().setTraceId(TRACE).setLevel(Level.LEVEL_ASSISTED);
            gate.pending(proposal);
        }
        for (int i = 0; i < 7; i++) {
            gate.pending(crm("run_batch_" + i)
                    .setAccount(account(MORE.get(i)))
                    .setDescription("Writes industry and size of " + MORE.get(i) + " to the CRM.")
                    .setConfidence(Confidence.newBuilder().setValue(i == 4 ? 0.41 : 0.86 + 0.02 * i)));
        }
    }

    /** What was decided before: enough for a calibrator and for a proposed level. */
    private void decide(Gate gate) {
        for (int i = 0; i < 24; i++) {
            var letter = gate.pending(origin(enrol("run_letter_" + i))
                    .setConfidence(Confidence.newBuilder().setValue(0.6 + 0.015 * i)));
            var record = gate.pending(crm("run_record_" + i).setAccount(account(NAMES.get(i % NAMES.size()))));
            if (i % 8 == 1) {
                gate.decide(Gate.accept(letter)
                        .setType(DecisionType.DECISION_TYPE_REJECT)
                        .setReason(RejectReason.REJECT_REASON_TONE));
            } else {
                gate.acceptById(letter.getId());
            }
            gate.acceptById(record.getId());
        }
        AutonomyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("ada", gate.workspace, Role.ROLE_VIEWER))
                .getCalibration(GetCalibrationRequest.getDefaultInstance());
    }

    private static Account account(String name) {
        var domain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
        return Account.newBuilder().setName(name).setDomain(domain).build();
    }

    private static Proposal.Builder ferrocraft(String run) {
        var body = Samples.BODY + " You will save 40%.";
        var proposal = enrol(run)
                .setPayload(Samples.payload(body))
                .setDescription("Enrols Mara Lind in the sequence for founders.")
                .setRisk(Risk.newBuilder().setAffectedCount(60).setNewSegment(true));
        proposal.getStepsBuilder(0)
                .setBody(body)
                .addSentences(Samples.sentence("You will save 40%.", 1, Support.SUPPORT_NONE));
        proposal.getClaimsBuilder(0)
                .getEvidenceBuilder(0)
                .setFetchTime(Timestamps.toWire(Instant.parse("2026-11-20T09:00:00Z")));
        return origin(proposal);
    }

    private static Proposal.Builder origin(Proposal.Builder proposal) {
        proposal.getOriginBuilder()
                .setSegmentId("industrial")
                .setPersonaId("operations")
                .setLevel(Level.LEVEL_ASSISTED)
                .setLibraryRevision(3)
                .addModels("gpt-4o")
                .addPromptVersions("messaging/v1")
                .setTraceId(TRACE);
        return proposal.setEffort(Efforts.usual());
    }
}
