package io.outrider.orchestrator.run;

/**
 * One execution's part of a run: from where it was woken to its next wait. In the queue it is named
 * {@code <workspace>/<run>:<leg>}.
 */
public record LegId(RunKey run, int leg) {

    private static final int FIRST = 1;

    public String instance() {
        return run.workspace() + "/" + run.id() + ":" + leg;
    }

    /** The leg that a run is accepted with. */
    public boolean isFirst() {
        return leg == FIRST;
    }

    public static LegId parse(String instance) {
        var slash = instance.indexOf('/');
        var colon = instance.lastIndexOf(':');
        return new LegId(
                new RunKey(instance.substring(0, slash), instance.substring(slash + 1, colon)),
                Integer.parseInt(instance.substring(colon + 1)));
    }
}
