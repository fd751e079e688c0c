package io.outrider.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Cost;
import org.junit.jupiter.api.Test;

class RunGroundsTest {

    private static final Cost ASKED = Cost.newBuilder().setModelCalls(2).build();

    @Test
    void namesEachModelOnce() {
        var run = Run.newBuilder()
                .setCost(ASKED)
                .addTimeline(TimelineEntry.newBuilder().addModels("fast-1"))
                .addTimeline(TimelineEntry.newBuilder().addModels("large-1").addModels("fast-1"));

        assertThat(RunGrounds.models(run.build())).containsExactly("fast-1", "large-1");
    }

    @Test
    void knowsThatNoModelWasAsked() {
        assertThat(RunGrounds.models(Run.getDefaultInstance())).isEmpty();
    }

    @Test
    void doesNotClaimThatNoModelWasUsedWhereNobodyWroteItDown() {
        assertThat(RunGrounds.models(Run.newBuilder().setCost(ASKED).build())).isNull();
    }

    @Test
    void namesThePolicyOfTheLastAnswer() {
        var run = Run.newBuilder()
                .addTimeline(TimelineEntry.newBuilder().setPolicyVersion(3))
                .addTimeline(TimelineEntry.newBuilder().setPolicyVersion(4))
                .addTimeline(TimelineEntry.newBuilder().setEvent("effect confirmed"));

        assertThat(RunGrounds.policyVersion(run.build())).isEqualTo(4);
        assertThat(RunGrounds.policyVersion(Run.getDefaultInstance())).isNull();
    }
}
