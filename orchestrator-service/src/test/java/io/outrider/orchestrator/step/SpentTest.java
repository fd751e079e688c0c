package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.review.v1.StepEffort;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpentTest {

    private static final Cost CENT = Cost.newBuilder().setMicroUsd(10_000).build();
    private static final Work WORK = Work.newBuilder().setCost(CENT).build();

    private final Spent spent = new Spent();

    @Test
    void tellsTheStepsInOrderWithTimeAndCost() {
        step(RunStep.DRAFT, Duration.ofMillis(2_140), WORK);
        step(RunStep.RESEARCH, Duration.ofMillis(15), Work.getDefaultInstance());

        var effort = spent.until(CENT, "seq_1");

        assertThat(effort.getStepsList()).extracting(StepEffort::getStep).containsExactly("research", "draft");
        assertThat(effort.getSteps(0).hasCost()).isFalse();
        assertThat(effort.getSteps(1).getTook())
                .isEqualTo(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(2)
                        .setNanos(140_000_000)
                        .build());
        assertThat(effort.getSteps(1).getCost()).isEqualTo(CENT);
        assertThat(effort.getCost()).isEqualTo(CENT);
        assertThat(effort.getSequenceId()).isEqualTo("seq_1");
    }

    @Test
    void saysNoTimeOfAnAnswerThatIsReturnedAgain() {
        step(
                RunStep.RESEARCH,
                Duration.ofMillis(3),
                WORK.toBuilder().setReplayed(true).build());
        step(
                RunStep.QUALIFY,
                Duration.ofMillis(3),
                Work.newBuilder().setReplayed(true).build());

        assertThat(spent.until(CENT, "").getStepsList())
                .containsExactly(StepEffort.newBuilder()
                        .setStep("research")
                        .setCost(CENT)
                        .build());
    }

    @Test
    void takesTheLastWorkOfAStep() {
        step(RunStep.DRAFT, Duration.ofSeconds(9), WORK);
        step(RunStep.DRAFT, Duration.ofSeconds(1), Work.getDefaultInstance());

        assertThat(spent.until(CENT, "").getStepsList()).singleElement().satisfies(draft -> {
            assertThat(draft.getTook().getSeconds()).isEqualTo(1);
            assertThat(draft.hasCost()).isFalse();
        });
    }

    private void step(RunStep step, Duration waited, Work work) {
        spent.waited(step, waited);
        spent.worked(step, work);
    }
}
