package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.enrol;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.grpc.Status.Code;
import io.outrider.kit.id.Ids;
import io.outrider.kit.test.GrpcErrors;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.Effort;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.v1.ReviseProposalRequest;
import io.outrider.review.v1.StepEffort;
import io.outrider.type.v1.Cost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run has spent is kept for the reviewer, and nothing is judged, granted or recognized by it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class EffortTest {

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
    void knowsARepeatThatHasWaitedForOtherTimes() {
        var request =
                request(crm(gate.run).setEffort(spent(2_000)), enrol(gate.run).setEffort(spent(2_000)));
        var first = gate.calls.service(gate.workspace).proposeAction(request);

        var later = gate.calls.service(gate.workspace).proposeAction(spending(request, spent(7)));
        var silent = gate.calls.service(gate.workspace).proposeAction(spending(request, Effort.getDefaultInstance()));

        assertThat(later).isEqualTo(first);
        assertThat(silent).isEqualTo(first);
        assertThat(gate.open())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.getProposal().getEffort()).isEqualTo(spent(2_000)));
    }

    @Test
    void makesOneItemOfRacingRepeatsThatHaveWaitedForOtherTimes() {
        var request = request(enrol(gate.run));
        var racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> gate.calls.service(gate.workspace).proposeAction(spending(request, spent(i)))))
                .toList();

        assertThat(racing.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(gate.open()).hasSize(1);
    }

    @Test
    void stillRefusesAnotherBodyUnderTheSameEffort() {
        var request = request(enrol(gate.run).setEffort(spent(2_000)));
        gate.calls.service(gate.workspace).proposeAction(request);
        var other = request.toBuilder();
        other.getProposalsBuilder(0).setPayload(Samples.payload("Another text."));

        var error = Gate.failure(() -> gate.calls.service(gate.workspace).proposeAction(other.build()));

        assertThat(GrpcErrors.info(error).getReason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void knowsARepeatedDraftThatHasWaitedForOtherTimes() {
        var item = gate.pending(enrol(gate.run));
        gate.decide(
                Gate.accept(item).setType(DecisionType.DECISION_TYPE_RESPOND).setComment("Shorter, please"));
        var draft =
                enrol(gate.run).setPayload(Samples.payload("Shall we talk?")).setEffort(spent(900));
        var request = ReviseProposalRequest.newBuilder()
                .setRequestId(Ids.next("req"))
                .setItemId(item.getId())
                .setVersion(item.getVersion())
                .setInstruction("Shorter, please")
                .setProposal(draft)
                .build();
        var first = gate.calls.service(gate.workspace).reviseProposal(request);

        var repeat = request.toBuilder().setProposal(draft.clone().setEffort(spent(3)));

        assertThat(gate.calls.service(gate.workspace).reviseProposal(repeat.build()))
                .isEqualTo(first);
        assertThat(gate.get(item.getId()).getProposal().getEffort()).isEqualTo(spent(900));
    }

    @Test
    void grantsTheSamePayloadWhateverItTook() {
        gate.letPass();

        var cheap = gate.propose(crm("run_passes_a"));
        var dear = gate.propose(crm("run_passes_b").setEffort(spent(86_400_000)));

        assertThat(dear.getGranted().getPayloadSha256())
                .isEqualTo(cheap.getGranted().getPayloadSha256())
                .isNotEmpty();
        assertThat(dear.getReasonsList()).isEqualTo(cheap.getReasonsList());
    }

    @Test
    void refusesTimesThatNoClockTells() {
        var backwards = effort(Duration.newBuilder().setSeconds(-1));
        var eternal = effort(Duration.newBuilder().setSeconds(Long.MAX_VALUE).setNanos(999_999_999));
        var endless = Effort.newBuilder();
        IntStream.range(0, 21)
                .forEach(i -> endless.addSteps(StepEffort.newBuilder().setStep("s" + i)));

        assertThat(java.util.List.of(backwards, eternal, endless.build()))
                .allSatisfy(effort -> assertThat(
                                Gate.failure(() -> gate.propose(crm(gate.run).setEffort(effort)))
                                        .getStatus()
                                        .getCode())
                        .isEqualTo(Code.INVALID_ARGUMENT));
    }

    private static ProposeActionRequest spending(ProposeActionRequest request, Effort effort) {
        var other = request.toBuilder();
        other.getProposalsBuilderList().forEach(proposal -> proposal.setEffort(effort));
        return other.build();
    }

    private static Effort spent(int millis) {
        return effort(Duration.newBuilder().setSeconds(millis / 1_000).setNanos(millis % 1_000 * 1_000_000));
    }

    private static Effort effort(Duration.Builder took) {
        return Effort.newBuilder()
                .setCost(Cost.newBuilder().setMicroUsd(1_200).setPromptTokens(900))
                .addSteps(StepEffort.newBuilder().setStep("research").setTook(took))
                .setSequenceId("seq_1")
                .build();
    }
}
