package io.outrider.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemStateTest {

    private static final Pid SELF = Pid.of(ProcessHandle.current());

    private final SystemState state = SystemState.withPorts(
            SELF,
            IntStream.range(9_000, 9_000 + SystemState.portCount()).boxed().toList(),
            Set.of(Part.ORCHESTRATOR),
            "PT1S");

    @Test
    void remembersAReplicaUntilItIsStopped() {
        var replica = new PartState(Part.ORCHESTRATOR, 9_100, 9_101, null);
        var again = replica.startedAs(SELF);
        var other = new PartState(Part.REVIEW, 9_102, 9_103, null);

        var three = state.withReplica(replica).withReplica(other).withReplica(again);

        assertThat(three.replicas()).containsExactly(other, again);
        assertThat(three.detached().wanting(Part.REVIEW).with(other).replicas()).containsExactly(other, again);
        assertThat(three.withoutReplica(replica).replicas()).containsExactly(other);
    }

    @Test
    void readsWhatAnEarlierReleaseWrote() {
        var earlier = new Gson().toJsonTree(state).getAsJsonObject();
        earlier.remove("replicas");

        assertThat(new Gson().fromJson(earlier, SystemState.class)).isEqualTo(state);
    }
}
