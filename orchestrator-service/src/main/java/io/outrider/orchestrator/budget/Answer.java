package io.outrider.orchestrator.budget;

/** Whether a leg may ask models. */
public sealed interface Answer {

    /** It may, up to its bound. */
    record Granted() implements Answer {}

    /** It would fit if the runs under way spent less than they reserved: ask again in a moment. */
    record Crowded(String reason) implements Answer {}

    /**
     * The day's budget is used up.
     *
     * @param revision of the workspace's budgets when it was asked
     */
    record Exhausted(String reason, long revision) implements Answer {}
}
