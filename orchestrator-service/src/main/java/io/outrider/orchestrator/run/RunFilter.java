package io.outrider.orchestrator.run;

import io.outrider.orchestrator.run.state.RunState;
import java.util.Set;

/**
 * Which runs of a workspace.
 *
 * @param states empty means all
 * @param batchId empty means any, or none
 * @param domain empty means any
 */
public record RunFilter(String workspace, Set<RunState> states, String batchId, String domain) {

    public RunFilter {
        states = Set.copyOf(states);
    }
}
