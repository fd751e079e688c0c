package io.outrider.research;

import static io.outrider.research.ResearchCalls.best;
import static io.outrider.research.ResearchCalls.ids;
import static io.outrider.research.ResearchCalls.request;
import static io.outrider.research.ResearchCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.research.v1.ResearchServiceGrpc.ResearchServiceBlockingStub;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What research makes of sites, over a real channel, with a real PostgreSQL and the sandbox for the outside world. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ResearchAccountTest {

    @GrpcClient("research")
    ResearchServiceBlockingStub client;

    @Inject
    MovableClock clock;

    TestTokens tokens;
    Sandbox sandbox;
    private ResearchCalls calls;

    @BeforeEach
    void quietOutside() {
        calls = ResearchCalls.of(client, tokens);
        sandbox.faults().clear();
        sandbox.received().clear();
    }

    @AfterEach
    void noFaultsLeft() {
        clock.reset();
        sandbox.faults().clear();
    }

    @Test
    void knowsAHealthySiteByRules() {
        var response = calls.research("ferrocraft.example", Level.LEVEL_RULES);

        var brief = response.getBrief();
        assertThat(best(brief, "employee_count")).isEqualTo("240");
        assertThat(best(brief, "headquarters")).isEqualTo("Ghent, Belgium");
        assertThat(values(brief, "technology")).contains("Siemens S7");
        assertThat(values(brief, "leader")).contains("Ann Peeters, Chief Executive Officer");
        assertThat(brief.getCoverage()).isGreaterThan(0.9);
        assertThat(brief.getPeopleList()).hasSizeGreaterThan(1);
        assertThat(brief.getSummary()).contains("Employs 240 people.");
        assertThat(brief.getSignalsList()).isNotEmpty();
        assertThat(response.getWork().getDegraded()).isFalse();
        assertThat(response.getWork().getCost().getModelCalls()).isZero();
        assertThat(sandbox.received().list(Kind.MODEL)).isEmpty();
    }

    @Test
    void quotesExactlyWhatItsSnapshotsSay() {
        var brief = calls.research("ferrocraft.example", Level.LEVEL_ASSISTED).getBrief();

        assertThat(brief.getClaimsList())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.getEvidenceList())
                        .isNotEmpty()
                        .allSatisfy(evidence -> {
                            var text = calls.snapshot(evidence.getSnapshotId());
                            assertThat(text.substring(evidence.getStart(), evidence.getEnd()))
                                    .isEqualTo(evidence.getQuote());
                        }));
    }

    @Test
    void asksTheModelAtAssistedAndSaysSo() {
        var work = calls.research("hexaquay.example", Level.LEVEL_ASSISTED).getWork();

        assertThat(work.getDegraded()).as(work.toString()).isFalse();
        assertThat(work.getCost().getModelCalls()).isEqualTo(1);
        assertThat(work.getPromptVersionsList()).containsExactly("research/v1");
        assertThat(work.getModelsList()).isNotEmpty();
        assertThat(sandbox.received().list(Kind.MODEL)).hasSize(1);
    }

    @Test
    void fallsBackToRulesWhereTheModelIsDown() {
        sandbox.faults().add(FaultRule.on(Kind.MODEL).status(503));

        var response = calls.research("hexaquay.example", Level.LEVEL_ASSISTED);

        assertThat(response.getWork().getDegraded()).isTrue();
        assertThat(response.getWork().getDegradedReasonsList())
                .singleElement()
                .asString()
                .contains("503");
        assertThat(best(response.getBrief(), "employee_count")).isEqualTo("300");
    }

    @Test
    void fetchesOnePageAndRobotsAtLite() {
        var domain = "castelline.example";

        calls.research(
                request(domain, Level.LEVEL_RULES).setDepth(Depth.DEPTH_LITE).build());

        // Another test may have asked for this host's robots.txt within the hour.
        assertThat(sandbox.received().list(Kind.SITE))
                .extracting(entry -> entry.path())
                .containsOnlyOnce("/")
                .isSubsetOf("/", "/robots.txt");
    }

    @Test
    void costsNothingAgainWhileItsFactsAreFresh() {
        var first = calls.research("ferrocraft.example", Level.LEVEL_ASSISTED);
        sandbox.received().clear();

        var second = calls.research("ferrocraft.example", Level.LEVEL_ASSISTED);

        assertThat(second.getBrief()).isEqualTo(first.getBrief());
        assertThat(second.getWork().getCost().getPagesFetched()).isZero();
        assertThat(second.getWork().getReplayed()).isFalse();
        assertThat(sandbox.received().list(Kind.SITE)).isEmpty();
        assertThat(sandbox.received().list(Kind.MODEL)).isEmpty();
    }

    @Test
    void asksTheModelAboutPagesThatItHasAlready() {
        calls.research("ferrocraft.example", Level.LEVEL_RULES);
        sandbox.received().clear();

        var assisted = calls.research("ferrocraft.example", Level.LEVEL_ASSISTED);

        assertThat(sandbox.received().list(Kind.SITE)).isEmpty();
        assertThat(assisted.getWork().getCost().getModelCalls()).isEqualTo(1);
        assertThat(assisted.getBrief().getUsedUrlsList()).hasSize(8);
    }

    @Test
    void readsAgainOnlyWhatHasExpired() {
        var first = calls.research("ferrocraft.example", Level.LEVEL_RULES).getBrief();
        sandbox.received().clear();
        clock.forward(Duration.ofDays(8));

        var second = calls.research("ferrocraft.example", Level.LEVEL_RULES).getBrief();

        assertThat(sandbox.received().list(Kind.SITE))
                .extracting(entry -> entry.path())
                .contains("/", "/careers", "/news/feed.xml")
                .doesNotContain("/about", "/team", "/customers");
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(values(second, "leader")).isEqualTo(values(first, "leader"));
    }

    @Test
    void readsEverythingAgainWhereAsked() {
        var first = calls.research("ferrocraft.example", Level.LEVEL_RULES).getBrief();

        var again = calls.research(request("ferrocraft.example", Level.LEVEL_RULES)
                .setRefresh(true)
                .build());

        assertThat(again.getWork().getCost().getPagesFetched()).isEqualTo(8);
        assertThat(again.getBrief().getId()).isNotEqualTo(first.getId());
        assertThat(ids(again.getBrief())).isEqualTo(ids(first));
    }

    @ParameterizedTest
    @CsvSource({
        "cloudspire.example, status 500",
        "ironvale.example, robots.txt disallows it",
        "innerport.example, link-local address",
        "longscroll.example, over 2048 KiB",
        "nobody.example, robots.txt could not be read"
    })
    void saysWhyItKnowsNothing(String domain, String reason) {
        var response = calls.research(
                request(domain, Level.LEVEL_ASSISTED).setDepth(Depth.DEPTH_LITE).build());

        assertThat(response.getBrief().getClaimsList()).isEmpty();
        assertThat(response.getBrief().getRejectedSourcesList())
                .singleElement()
                .satisfies(source -> assertThat(source.getReason()).isEqualTo(reason));
        assertThat(response.getBrief().getUnknownsList()).isNotEmpty();
        assertThat(response.getWork().getPartial()).isTrue();
        assertThat(sandbox.received().list(Kind.MODEL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LEVEL_RULES", "LEVEL_ASSISTED"})
    void treatsOrdersOnAPageAsNothing(Level level) {
        var response = calls.research("glasswing-motors.example", level);

        assertThat(response.getWork().getDegraded()).isFalse();
        assertThat(best(response.getBrief(), "employee_count")).isEqualTo("410");
        assertThat(response.getBrief().toString()).doesNotContain("99999", "maintenance mode", "previous instructions");
        assertThat(response.getBrief().getContradictionsList()).isEmpty();
    }

    @Test
    void bringsAContradictionIntoTheOpen() {
        var brief = calls.research("dualhelm.example", Level.LEVEL_RULES).getBrief();

        assertThat(brief.getContradictionsList()).singleElement().satisfies(found -> {
            assertThat(found.getPredicate()).isEqualTo("employee_count");
            assertThat(found.getClaimIdsCount()).isEqualTo(2);
        });
        assertThat(brief.getClaimsList())
                .filteredOn(claim -> claim.getPredicate().equals("employee_count"))
                .extracting(Claim::getStatus)
                .containsOnly(ClaimStatus.CLAIM_STATUS_CONTRADICTED);
        assertThat(brief.getSummary()).doesNotContain("320", "185");
    }
}
