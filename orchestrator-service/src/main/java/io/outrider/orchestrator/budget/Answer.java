package io.outrider.orchestrator.budget;

/** Whether a leg may ask models. */
public sealed interface Answer {

    /** It may, up to its bound. */
    record Granted() implements Answer {}

    /** It would fit if the runs under way spent less than they reserved: ask again in a moment. */
    record Crowded(String reason) implements Answer {

        private static final String SAYS = " is reserved by runs under way";

        /** @param name of the budget */
        static Crowded of(String name) {
            return new Crowded(name + SAYS);
        }

        /** Whether a run that waits for this reason waits for a crowd to pass. */
        public static boolean is(String reason) {
            return reason.endsWith(SAYS);
        }
    }

    /**
     * The day's budget is used up.
     *
     * @param revision of the workspace's budgets when it was asked
     */
    record Exhausted(String reason, long revision) implements Answer {}
}
