package io.outrider.messaging.draft;

import java.util.List;

/**
 * One sentence and what its author says it rests on. Nobody has checked that yet.
 *
 * @param paragraph from 0
 */
public record DraftSentence(String text, int paragraph, List<String> claimIds, List<String> proofPointIds, Part part) {

    /** The sentence's place in the message. */
    public enum Part {
        GREETING,
        CONTENT,
        /** May go when the message has to be shorter. */
        OPTIONAL,
        CALL_TO_ACTION,
        SIGNATURE
    }

    public DraftSentence {
        claimIds = List.copyOf(claimIds);
        proofPointIds = List.copyOf(proofPointIds);
    }

    /** Neither greeting nor signature. */
    public boolean isSubstance() {
        return part != Part.GREETING && part != Part.SIGNATURE;
    }
}
