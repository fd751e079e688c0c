package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.v1.GetPolicyRequest;
import io.outrider.review.v1.ListActionTypesRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class PolicyGrpcServiceTest {

    @Inject
    TestClock clock;

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
    void grantsAloneWhatTheChangedPolicyLetsPass() {
        gate.letPass();

        var outcome = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm("run-a")))
                .getOutcomes(0);

        assertThat(outcome.hasGranted()).isTrue();
        assertThat(outcome.getPolicyVersion()).isEqualTo(2);
        assertThat(outcome.getReasonsList()).extracting(r -> r.getRule()).containsExactly("matrix:low+reversible");
    }

    @Test
    void capsGrantsADayAlsoForPeople() {
        var waiting = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run + "w")))
                .getOutcomes(0);
        gate.letPass();
        gate.update(policy -> {
            policy.getRulesBuilderList().stream()
                    .filter(rule -> rule.getActionType().equals("crm.company.upsert"))
                    .forEach(rule -> rule.setDailyCap(1));
        });

        var first = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm("run-a")))
                .getOutcomes(0);
        var second = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm("run-b")))
                .getOutcomes(0);
        assertThat(first.hasGranted()).isTrue();
        assertThat(second.getRefused().getCode()).isEqualTo("DAILY_CAP");
        assertThat(GrpcErrors.info(Gate.failure(() -> gate.acceptById(waiting.getItemId())))
                        .getReason())
                .isEqualTo("DAILY_CAP");

        clock.ahead(Duration.ofDays(1));
        assertThat(gate.calls
                        .service(gate.workspace)
                        .proposeAction(request(crm("run-c")))
                        .getOutcomes(0)
                        .hasGranted())
                .isTrue();
    }

    @Test
    void grantsNothingWhileTheKillSwitchIsSet() {
        var waiting = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run)))
                .getOutcomes(0);
        gate.update(policy -> policy.setKillSwitch(true));

        assertThat(GrpcErrors.info(Gate.failure(() -> gate.acceptById(waiting.getItemId())))
                        .getReason())
                .isEqualTo("KILL_SWITCH");
        assertThat(gate.calls
                        .service(gate.workspace)
                        .proposeAction(request(crm(gate.run + "b")))
                        .getOutcomes(0)
                        .getRefused()
                        .getCode())
                .isEqualTo("KILL_SWITCH");
    }

    @Test
    void refusesAPolicyThatIsUnsafeOrStale() {
        var read = gate.policy();
        var unsafe = Gate.failure(
                () -> gate.update(policy -> policy.getRulesBuilderList().forEach(rule -> rule.setSampleRate(0))));
        assertThat(GrpcErrors.info(unsafe).getReason()).isEqualTo("UNSAFE_POLICY");
        assertThat(unsafe.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);

        var request = Gate.change(read.toBuilder().setMinConfidence(0.8).build());
        var changed = gate.calls.admin(gate.workspace).updatePolicy(request).getPolicy();
        assertThat(changed.getVersion()).isEqualTo(2);
        assertThat(gate.calls.admin(gate.workspace).updatePolicy(request).getPolicy())
                .isEqualTo(changed);
        assertThat(Gate.failure(() -> gate.calls.admin(gate.workspace).updatePolicy(Gate.change(read)))
                        .getStatus()
                        .getCode())
                .isEqualTo(Code.ABORTED);
        assertThat(gate.calls
                        .admin(gate.workspace)
                        .getPolicy(GetPolicyRequest.newBuilder().setVersion(1).build())
                        .getPolicy())
                .isEqualTo(read);
    }

    @Test
    void listsTheCatalogueInPages() {
        var first = gate.calls
                .admin(gate.workspace)
                .listActionTypes(
                        ListActionTypesRequest.newBuilder().setPageSize(4).build());
        var second = gate.calls
                .admin(gate.workspace)
                .listActionTypes(ListActionTypesRequest.newBuilder()
                        .setPageSize(4)
                        .setPageToken(first.getNextPageToken())
                        .build());

        assertThat(first.getActionTypesCount()).isEqualTo(4);
        assertThat(second.getActionTypesCount()).isEqualTo(4);
        assertThat(second.getNextPageToken()).isEmpty();
    }
}
