package io.outrider.review;

import static io.outrider.review.fixture.Gate.accept;
import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.time.Timestamps;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.quality.Fatigue;
import io.outrider.review.v1.DecideReviewItemRequest;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.GetGateInsightsRequest;
import io.outrider.review.v1.GetReviewerQualityRequest;
import io.outrider.review.v1.LayerCounts;
import io.outrider.review.v1.QualityServiceGrpc;
import io.outrider.review.v1.QualityServiceGrpc.QualityServiceBlockingStub;
import io.outrider.review.v1.RecordOpenedRequest;
import io.outrider.review.v1.RejectReason;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.ReviewerQuality;
import io.outrider.review.v1.Risk;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class QualityTest {

    @Inject
    TestClock clock;

    @Inject
    Fatigue fatigue;

    TestTokens tokens;

    private Gate gate;
    private int proposed;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        clock.ahead(Duration.ZERO);
        gate.close();
    }

    @Test
    void countsHowEachPersonDecided() {
        var first = item();
        var second = item();
        var third = item();
        open("rhea", first);
        open("rhea", second);
        clock.ahead(Duration.ofSeconds(30));
        decide("rhea", accept(first));
        decide("rhea", accept(third));
        decide("rhea", reject(second));
        decide("rob", accept(item()));

        assertThat(quality(Role.ROLE_ADMIN, "ada"))
                .satisfiesExactly(
                        rhea -> {
                            assertThat(rhea.getReviewer()).isEqualTo("rhea");
                            assertThat(rhea.getDecisions()).isEqualTo(3);
                            assertThat(rhea.getApprovalRate()).isBetween(0.66, 0.67);
                            assertThat(rhea.getMedianTimeOnItem().getSeconds()).isBetween(30L, 40L);
                            assertThat(rhea.getAccepted()).isEqualTo(2);
                            assertThat(rhea.getAcceptedWithoutOpening()).isEqualTo(1);
                        },
                        rob -> {
                            assertThat(rob.getDecisions()).isEqualTo(1);
                            assertThat(rob.hasMedianTimeOnItem()).isFalse();
                        });
    }

    @Test
    void showsReviewersOnlyTheirOwn() {
        decide("rhea", accept(item()));
        decide("rob", accept(item()));

        assertThat(quality(Role.ROLE_REVIEWER, "rob"))
                .extracting(ReviewerQuality::getReviewer)
                .containsExactly("rob");
        assertThat(quality(Role.ROLE_OPERATOR, "olga")).hasSize(2);
    }

    @Test
    void comparesTwoPeopleWhoDecidedTheSameVersion() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(2)));
        var agreed = mandatory();
        var disputed = mandatory();
        decide("rhea", accept(agreed));
        decide("rob", accept(agreed));
        decide("rhea", accept(disputed));
        decide("rob", reject(disputed));
        decide("rhea", accept(mandatory()));

        assertThat(quality(Role.ROLE_ADMIN, "ada")).hasSize(2).allSatisfy(person -> {
            assertThat(person.getDoubleReviews()).isEqualTo(2);
            assertThat(person.getAgreements()).isEqualTo(1);
        });
    }

    @Test
    void saysWhoApprovesWithoutLooking() {
        for (int i = 0; i < 20; i++) {
            var item = item();
            open("rhea", item);
            decide("rhea", accept(item));
        }

        assertThat(quality(Role.ROLE_REVIEWER, "rhea").getFirst().getAlarmsList())
                .containsExactly("approves nearly all in under 5 s");
    }

    @Test
    void countsWhatTheGateDid() {
        gate.letPass();
        gate.propose(crm(gate.run + "passes"));
        gate.update(policy -> policy.setReviewEverything(true));
        decide("rhea", accept(item()));
        decide("rhea", reject(item()));
        item();

        var insights = quality("vera", Role.ROLE_VIEWER).getGateInsights(GetGateInsightsRequest.getDefaultInstance());

        assertThat(insights.getItemsByStateMap())
                .containsOnly(
                        Map.entry("ACCEPTED", 1L),
                        Map.entry("REJECTED", 1L),
                        Map.entry("PENDING", 1L),
                        Map.entry("AUTO_GRANTED", 1L));
        assertThat(insights.getDecisionsByTypeMap())
                .containsOnly(Map.entry("ACCEPT", 1L), java.util.Map.entry("REJECT", 1L));
        assertThat(insights.getApprovalRate()).isEqualTo(0.5);
        assertThat(insights.getReviewedRate()).isEqualTo(0.75);
        assertThat(insights.getQueueList().stream()
                        .mapToLong(lane -> lane.getOpen())
                        .sum())
                .isEqualTo(1);
        assertThat(insights.getDaysList()).singleElement().satisfies(day -> {
            assertThat(day.getDay()).isEqualTo(clock.instant().toString().substring(0, 10));
            assertThat(day.getDecisions()).isEqualTo(2);
            assertThat(day.getApprovals()).isEqualTo(1);
        });
    }

    @Test
    void countsTheThreeLayersOfAnAgent() {
        var proposal = enrol(gate.run)
                .setRisk(Risk.newBuilder().setAffectedCount(1).setPartial(true).addMissing("no headcount"))
                .addLint(LintFinding.newBuilder().setSeverity(LintSeverity.LINT_SEVERITY_WARNING));
        proposal.getOriginBuilder().setAgent("messaging");
        decide("rhea", reject(gate.pending(proposal)));

        var insights = quality("vera", Role.ROLE_VIEWER).getGateInsights(GetGateInsightsRequest.getDefaultInstance());

        assertThat(insights.getLayersList())
                .containsExactly(LayerCounts.newBuilder()
                        .setAgent("messaging")
                        .setItems(1)
                        .putInput("partial", 1)
                        .putInput("missing-data", 1)
                        .putOutput("lint-warning", 1)
                        .putGate("rejected", 1)
                        .build());
    }

    @Test
    void countsOnlyTheTimeThatIsAskedFor() {
        var before = clock.instant();
        decide("rhea", accept(item()));

        var request = GetReviewerQualityRequest.newBuilder()
                .setSince(time(before.minus(Duration.ofDays(10))))
                .setUntil(time(before));
        assertThat(quality("ada", Role.ROLE_ADMIN)
                        .getReviewerQuality(request.build())
                        .getReviewersList())
                .isEmpty();
        var tooLong = request.setSince(time(before.minus(Duration.ofDays(93)))).build();
        var failure = Gate.failure(() -> quality("ada", Role.ROLE_ADMIN).getReviewerQuality(tooLong));
        assertThat(GrpcErrors.info(failure).getReason()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void keepsWorkspacesApart() {
        decide("rhea", accept(item()));
        try (var other = new Gate(tokens)) {
            assertThat(QualityServiceGrpc.newBlockingStub(other.calls.channel())
                            .withCallCredentials(tokens.as("ada", other.workspace, Role.ROLE_ADMIN))
                            .getReviewerQuality(GetReviewerQualityRequest.getDefaultInstance())
                            .getReviewersList())
                    .isEmpty();
        }
    }

    @Test
    void tellsSinceWhenSomebodyReviewsWithoutAPause() throws Throwable {
        var begin = clock.instant();
        for (int minute = 0; minute <= 25; minute += 4) {
            clock.ahead(Duration.ofMinutes(minute));
            open("rhea", item());
        }
        clock.ahead(Duration.ofMinutes(25).plusSeconds(5));

        var streak = VertxContextSupport.subscribeAndAwait(() -> fatigue.of(gate.workspace, "rhea"));

        assertThat(streak.since()).isBetween(begin.minusSeconds(1), begin.plusSeconds(20));
        assertThat(streak.takeABreak()).isTrue();
        var other = VertxContextSupport.subscribeAndAwait(() -> fatigue.of(gate.workspace, "rob"));
        assertThat(other.since()).isNull();
    }

    private ReviewItem item() {
        return gate.pending(crm(gate.run + "n" + proposed++));
    }

    private ReviewItem mandatory() {
        return gate.pending(enrol(gate.run + "n" + proposed++)
                .setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true)));
    }

    private static DecideReviewItemRequest.Builder reject(ReviewItem item) {
        return accept(item).setType(DecisionType.DECISION_TYPE_REJECT).setReason(RejectReason.REJECT_REASON_WRONG_FACT);
    }

    private void decide(String by, DecideReviewItemRequest.Builder decision) {
        gate.calls.reviewer(by, gate.workspace).decideReviewItem(decision.build());
    }

    private void open(String by, ReviewItem item) {
        gate.calls
                .reviewer(by, gate.workspace)
                .recordOpened(
                        RecordOpenedRequest.newBuilder().setItemId(item.getId()).build());
    }

    private List<ReviewerQuality> quality(Role role, String name) {
        return quality(name, role)
                .getReviewerQuality(GetReviewerQualityRequest.getDefaultInstance())
                .getReviewersList();
    }

    private QualityServiceBlockingStub quality(String name, Role role) {
        return QualityServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as(name, gate.workspace, role));
    }

    private static Timestamp time(Instant instant) {
        return Timestamps.toWire(instant);
    }
}
