package io.outrider.messaging.lint;

import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.ground.GroundedSentence;

/** What asks the reader for something. */
public final class CallToAction {

    private CallToAction() {}

    /** The drafter's own mark, or any question: whoever reads one can answer it. */
    public static boolean isOne(GroundedSentence sentence) {
        return sentence.part() == Part.CALL_TO_ACTION
                || sentence.isSubstance() && sentence.text().stripTrailing().endsWith("?");
    }
}
