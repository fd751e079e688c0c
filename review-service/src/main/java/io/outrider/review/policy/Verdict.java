package io.outrider.review.policy;

import io.outrider.review.trust.AutonomyLevel;
import java.util.ArrayList;
import java.util.List;

/** What the policy says to one proposal. */
public sealed interface Verdict {

    Assessment assessment();

    /** What it is for the next draft of what a person sent back: never a grant. */
    default Verdict sentBack() {
        return this instanceof Refused ? this : new Pending(assessment().sentBack());
    }

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
     * @param seenShare the share that people see of its like: 1 where all of it is seen
     * @param level of autonomy that it was judged by
     */
    record Assessment(
            Gate gate,
            Cell cell,
            List<Reason> reasons,
            boolean wouldPass,
            boolean sampled,
            double seenShare,
            AutonomyLevel level) {

        Assessment(Gate gate, Cell cell, List<Reason> reasons) {
            this(gate, cell, reasons, false, false, 1, AutonomyLevel.ALL_REVIEWED);
        }

        public Assessment {
            reasons = List.copyOf(reasons);
        }

        /** Of the next draft of what a person sent back: that a person sees it, too, is not for the policy to say. */
        Assessment sentBack() {
            var all = new ArrayList<Reason>();
            all.add(new Reason("sent-back", "A person sent the draft before it back"));
            all.addAll(reasons);
            return new Assessment(Gatekeeper.laneOf(gate), cell, all, false, false, 1, level);
        }
    }
}
