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
import io.outrider.review.v1.Policy;
import io.outrider.review.v1.PolicyChange;
import io.outrider.review.v1.PolicyServiceGrpc;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.Risk;
import io.outrider.review.v1.TestPolicyRequest;
import io.outrider.review.v1.TestPolicyResponse;
import io.outrider.type.v1.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class TestPolicyTest {

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    void saysOfEachProposalWhatWouldChange() {
        var item = gate.pending(crm(gate.run));
        var risky = gate.pending(mandatory("risky"));

        var answer = test(Gate::letPass);

        assertThat(answer.getTested()).isEqualTo(2);
        assertThat(answer.getCountsMap()).isEqualTo(Map.of("PENDING -> GRANTED", 1, "PENDING -> PENDING", 1));
        assertThat(answer.getChangesList()).singleElement().satisfies(change -> {
            assertThat(change.getItemId()).isEqualTo(item.getId());
            assertThat(change.getOldOutcome()).isEqualTo("PENDING");
            assertThat(change.getOldGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_BATCH_REVIEW);
            assertThat(change.getNewGate()).isEqualTo(io.outrider.review.v1.Gate.GATE_AUTONOMOUS);
            assertThat(change.getOldReasonsList()).extracting(Reason::getRule).contains("review-everything");
            assertThat(change.getNewReasonsList()).extracting(Reason::getRule).contains("matrix:low+reversible");
        });
        assertThat(gate.get(risky.getId())).isEqualTo(risky);
    }

    @Test
    void changesNothing() {
        var item = gate.pending(crm(gate.run));
        var policy = gate.policy();
        var before = gate.verify(null).getChecked();

        test(other -> other.setKillSwitch(true));

        assertThat(gate.policy()).isEqualTo(policy);
        assertThat(gate.get(item.getId())).isEqualTo(item);
        assertThat(gate.verify(null).getChecked()).isEqualTo(before);
    }

    @Test
    void countsTheCapsOfEachDayAgain() {
        for (int i = 0; i < 3; i++) {
            gate.pending(crm(gate.run + i));
        }

        var answer = test(policy -> {
            Gate.letPass(policy);
            policy.getRulesBuilderList().forEach(rule -> rule.setDailyCap(2));
        });

        assertThat(answer.getCountsMap()).isEqualTo(Map.of("PENDING -> GRANTED", 2, "PENDING -> REFUSED", 1));
        assertThat(answer.getChangesList())
                .extracting(PolicyChange::getNewOutcome)
                .containsExactly("REFUSED", "GRANTED", "GRANTED");
    }

    @Test
    void judgesOnlyTheNewest() {
        gate.pending(crm(gate.run + "old"));
        var newest = gate.pending(crm(gate.run + "new"));

        var candidate = gate.policy().toBuilder();
        Gate.letPass(candidate);

        var answer = stub().testPolicy(TestPolicyRequest.newBuilder()
                .setPolicy(candidate)
                .setLast(1)
                .build());

        assertThat(answer.getTested()).isEqualTo(1);
        assertThat(answer.getChangesList()).extracting(PolicyChange::getItemId).containsExactly(newest.getId());
    }

    @Test
    void findsNothingWhereThePolicyIsTheSame() {
        gate.pending(crm(gate.run));
        gate.update(policy -> policy.setReviewEverything(false));

        assertThat(test(policy -> {}).getChangesList()).isEmpty();
    }

    @Test
    void refusesAPolicyThatWouldLetTheWorstPass() {
        var failure = Gate.failure(() -> test(policy -> policy.getRulesBuilderList().stream()
                .filter(rule -> rule.getActionType().equals("sequence.enrol"))
                .forEach(rule -> rule.setSampleRate(0))));

        assertThat(GrpcErrors.info(failure).getReason()).isEqualTo("UNSAFE_POLICY");
        assertThat(failure.getStatus().getDescription()).contains("policy.rules.sequence.enrol.sample_rate");
    }

    private io.outrider.review.v1.Proposal.Builder mandatory(String suffix) {
        return enrol(gate.run + suffix)
                .setRisk(Risk.newBuilder().setAffectedCount(1).setNewSegment(true));
    }

    private TestPolicyResponse test(Consumer<Policy.Builder> change) {
        var policy = gate.policy().toBuilder();
        change.accept(policy);
        return stub().testPolicy(
                        TestPolicyRequest.newBuilder().setPolicy(policy).build());
    }

    private PolicyServiceGrpc.PolicyServiceBlockingStub stub() {
        return PolicyServiceGrpc.newBlockingStub(gate.calls.channel())
                .withCallCredentials(tokens.as("rhea", gate.workspace, Role.ROLE_REVIEWER));
    }
}
