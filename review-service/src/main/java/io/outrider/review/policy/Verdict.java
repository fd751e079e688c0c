package io.outrider.review.policy;

import java.util.List;

/** What the policy says to one proposal. */
public sealed interface Verdict {

    Assessment assessment();

    /** It may act at once. */
    record Granted(Assessment assessment) implements Verdict {}

    /** A person decides. */
    record Pending(Assessment assessment) implements Verdict {}

    /** It may not act, and no person is asked. */
    record Refused(Assessment assessment, String code, String message) implements Verdict {}

    /**
     * @param gate the lane; an action that the matrix would let pass and another rule does not is in BATCH_REVIEW
     * @param reasons most decisive first, never empty
     * @param wouldPass only the level of autonomy of its kind, or a sample, asks for a person
     * @param sampled a sample does
     */
    record Assessment(Gate gate, Cell cell, List<Reason> reasons, boolean wouldPass, boolean sampled) {

        Assessment(Gate gate, Cell cell, List<Reason> reasons) {
            this(gate, cell, reasons, false, false);
        }

        public Assessment {
            reasons = List.copyOf(reasons);
        }
    }
}
