package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.queue.ReleaseHeld;
import io.outrider.review.v1.DecideReviewItemResponse;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.v1.Risk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What asks for two people gets two, whenever the policy began to ask; and what makes an action ask. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class TwoApproversTest {

    @Inject
    TestClock clock;

    @Inject
    ReleaseHeld releaseHeld;

    TestTokens tokens;

    private Gate gate;

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
    void namesBothInTheGrant() {
        askForTwo();
        var item = mandatory();

        var first = accept("rhea", item);
        assertThat(first.hasGrant()).isFalse();
        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        var again = Gate.failure(() -> accept("rhea", item));
        assertThat(GrpcErrors.info(again).getReason()).isEqualTo("ALREADY_DECIDED");

        var second = accept("rob", item);

        assertThat(second.hasGrant()).isTrue();
        assertThat(claims(second.getGrant().getJws())).contains("\"approver\":\"rhea,rob\"");
        assertThat(gate.verify(null).getIntact()).isTrue();
    }

    @Test
    void asksForTwoOfWhatIsOpenAlready() {
        var item = mandatory();
        askForTwo();

        assertThat(accept("rhea", item).hasGrant()).isFalse();
        assertThat(accept("rob", item).hasGrant()).isTrue();
    }

    @Test
    void asksForTwoOfWhatIsHeldAlready() throws Throwable {
        var item = mandatory();
        gate.decide(Gate.accept(item)
                .setHold(com.google.protobuf.Duration.newBuilder().setSeconds(10)));
        askForTwo();
        clock.ahead(Duration.ofSeconds(11));
        VertxContextSupport.subscribeAndAwait(releaseHeld::sweep);

        assertThat(gate.get(item.getId()).getState()).isEqualTo(ItemState.ITEM_STATE_PENDING);
        assertThat(accept("rob", item).hasGrant()).isTrue();
    }

    @Test
    void takesMorePeopleThanThePolicySaysForHighBlast() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setHighBlastAffected(3)));

        var few = gate.propose(enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(2)));
        var many = gate.propose(enrol(gate.run + "b").setRisk(Risk.newBuilder().setAffectedCount(3)));

        assertThat(few.getPending().getGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_SPOT_CHECK);
        assertThat(many.getPending().getGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_MANDATORY);
        assertThat(many.getReasonsList()).extracting(reason -> reason.getRule()).contains("blast:affected-count");
    }

    @Test
    void takesTheVolumeOfTheDayForHighBlast() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setHighBlastVolume(2)));
        for (int i = 0; i < 2; i++) {
            var outcome = gate.propose(enrol(gate.run + i));
            assertThat(outcome.getPending().getGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_SPOT_CHECK);
            gate.acceptById(outcome.getItemId());
        }

        assertThat(gate.propose(enrol(gate.run + "c")).getPending().getGate())
                .isEqualTo(io.outrider.review.v1.Gate.GATE_MANDATORY);
        clock.ahead(Duration.ofDays(1));
        assertThat(gate.propose(enrol(gate.run + "d")).getPending().getGate())
                .isEqualTo(io.outrider.review.v1.Gate.GATE_SPOT_CHECK);
    }

    @Test
    void refusesWhatNeedsAScopeThatThePolicyDoesNotAllow() {
        gate.update(policy -> policy.addScopes("crm.objects.companies.write"));

        assertThat(gate.propose(crm(gate.run)).hasPending()).isTrue();
        assertThat(gate.propose(enrol(gate.run)).getRefused().getCode()).isEqualTo("SCOPE");
    }

    @Test
    void refusesAPolicyWithAScopeThatNobodyHas() {
        var error = Gate.failure(() -> gate.update(policy -> policy.addScopes("crm.objects.company.write")));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("INVALID_FIELD");
    }

    private ReviewItem mandatory() {
        return gate.pending(
                enrol(gate.run).setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true)));
    }

    private void askForTwo() {
        gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setRequiredApprovals(2)));
    }

    private DecideReviewItemResponse accept(String name, ReviewItem item) {
        return gate.calls
                .reviewer(name, gate.workspace)
                .decideReviewItem(Gate.accept(item).build());
    }

    private static String claims(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
