package io.outrider.orchestrator.run;

/** Names one run. */
public record RunKey(String workspace, String id) implements Comparable<RunKey> {

    @Override
    public int compareTo(RunKey other) {
        var byWorkspace = workspace.compareTo(other.workspace);
        return byWorkspace != 0 ? byWorkspace : id.compareTo(other.id);
    }
}
