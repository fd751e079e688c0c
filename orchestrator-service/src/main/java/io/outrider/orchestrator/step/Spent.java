package io.outrider.orchestrator.step;

import io.outrider.orchestrator.run.state.RunStep;
import io.outrider.review.v1.Effort;
import io.outrider.review.v1.StepEffort;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.Work;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each step of a run has spent, as far as the execution under way knows. An answer that an agent returns again tells its
 * cost and not how long the work took.
 */
final class Spent {

    private final Map<RunStep, Duration> asked = new EnumMap<>(RunStep.class);
    private final Map<RunStep, StepEffort> steps = new EnumMap<>(RunStep.class);

    /** How long the agent was waited for, attempts included. */
    void waited(RunStep step, Duration time) {
        asked.put(step, time);
    }

    /** What the agent said of its work; what was known of the step before does not count any more. */
    void worked(RunStep step, Work work) {
        var effort = StepEffort.newBuilder().setStep(step.word());
        if (!work.getCost().equals(Cost.getDefaultInstance())) {
            effort.setCost(work.getCost());
        }
        var time = asked.remove(step);
        if (time != null && !work.getReplayed()) {
            effort.setTook(com.google.protobuf.Duration.newBuilder()
                    .setSeconds(time.getSeconds())
                    .setNanos(time.getNano()));
        }
        steps.put(step, effort.build());
    }

    /**
     * @param cost of the whole run so far
     * @param sequenceId empty where no messages were drafted
     */
    Effort until(Cost cost, String sequenceId) {
        return Effort.newBuilder()
                .setCost(cost)
                .addAllSteps(steps.values().stream().filter(Spent::known).toList())
                .setSequenceId(sequenceId)
                .build();
    }

    private static boolean known(StepEffort effort) {
        return effort.hasTook() || effort.hasCost();
    }
}
