package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.outrider.review.fixture.Samples;
import io.outrider.review.v1.Effort;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.StepEffort;
import io.outrider.type.v1.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortRowsTest {

    @Test
    void saysInWordsWhatIsKnown() {
        var proposal = Samples.enrol("run_1")
                .setEffort(Effort.newBuilder()
                        .setCost(cost(41_230)
                                .setPromptTokens(12_400)
                                .setCompletionTokens(1)
                                .setModelCalls(3)
                                .setPagesFetched(7))
                        .addSteps(step("research", 2_140).setCost(cost(30_000)))
                        .addSteps(step("qualify", 340))
                        .addSteps(StepEffort.newBuilder().setStep("draft").setCost(cost(11_230)))
                        .setSequenceId("seq_1"));
        proposal.getStepsBuilder(0).setCoreValuePropId("vp-uptime");

        assertThat(EffortRows.of(proposal.build()))
                .containsExactly(
                        new EffortRow(
                                "Cost of the run",
                                "$0.04123, 12,400 tokens read, 1 token written, 3 model calls, 7 pages"),
                        new EffortRow("Research", "2.1 s, $0.03"),
                        new EffortRow("Qualify", "340 ms"),
                        new EffortRow("Draft", "$0.01123"),
                        new EffortRow("Playbook", "founders"),
                        new EffortRow("Sequence", "seq_1"),
                        new EffortRow("Value propositions", "vp-uptime"));
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        assertThat(EffortRows.of(Proposal.getDefaultInstance())).isEmpty();
        assertThat(EffortRows.of(Proposal.newBuilder()
                        .setEffort(Effort.newBuilder()
                                .setCost(cost(-5).setPromptTokens(-1))
                                .addSteps(StepEffort.newBuilder().setStep("research")))
                        .build()))
                .isEmpty();
        assertThat(EffortRows.ofRun(List.of(Proposal.getDefaultInstance()))).isEmpty();
    }

    @Test
    void tellsOfARunWhatItsLastProposalTells() {
        var first = Proposal.newBuilder().setEffort(Effort.newBuilder().setCost(cost(1_500_000)));
        var last = Proposal.newBuilder().setEffort(Effort.newBuilder().setCost(cost(12_000_000)));

        assertThat(EffortRows.ofRun(List.of(first.build(), last.build(), Proposal.getDefaultInstance())))
                .containsExactly(new EffortRow("Cost of the run", "$12.00"));
    }

    private static Cost.Builder cost(long micros) {
        return Cost.newBuilder().setMicroUsd(micros);
    }

    private static StepEffort.Builder step(String name, int millis) {
        return StepEffort.newBuilder()
                .setStep(name)
                .setTook(Duration.newBuilder().setSeconds(millis / 1_000).setNanos(millis % 1_000 * 1_000_000));
    }
}
