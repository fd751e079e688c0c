package io.outrider.orchestrator.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import org.junit.jupiter.api.Test;

/** By the names that the alert rules ask for. */
class MoveMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MoveMeters meters = new MoveMeters(registry);

    @Test
    void countsHowRunsEnd() {
        meters.moved(ended(RunState.RUN_STATE_COMPLETED));
        meters.moved(ended(RunState.RUN_STATE_COMPLETED));
        meters.moved(ended(RunState.RUN_STATE_FAILED));
        meters.gaveUp();

        assertThat(ended("COMPLETED")).isEqualTo(2);
        assertThat(ended("FAILED")).isEqualTo(2);
    }

    @Test
    void countsWhatWaitsForAPersonButNotWhatWaitsForTheGate() {
        meters.moved(in(RunState.RUN_STATE_NEEDS_ATTENTION));
        meters.moved(in(RunState.RUN_STATE_WAITING));
        meters.moved(in(RunState.RUN_STATE_RUNNING));

        assertThat(ended("NEEDS_ATTENTION")).isEqualTo(1);
        assertThat(registry.getMeters()).hasSize(1);
    }

    private double ended(String state) {
        return registry.get("outrider.runs.ended").tag("state", state).counter().count();
    }

    private static Run ended(RunState state) {
        return in(state).toBuilder().setEndTime(Timestamp.getDefaultInstance()).build();
    }

    private static Run in(RunState state) {
        return Run.newBuilder().setState(state).build();
    }
}
