package io.outrider.messaging.ground;

import io.outrider.messaging.draft.DraftSentence;
import java.util.List;

/**
 * A sentence and what carries it. Its ids are those that do carry it, not those that its author named.
 *
 * @param problem why nothing carries it, in words for a reviewer; empty where something does
 */
public record GroundedSentence(
        String text,
        int paragraph,
        List<String> claimIds,
        List<String> proofPointIds,
        DraftSentence.Part part,
        Support support,
        String problem) {

    public GroundedSentence {
        claimIds = List.copyOf(claimIds);
        proofPointIds = List.copyOf(proofPointIds);
    }

    public GroundedSentence inParagraph(int other) {
        return new GroundedSentence(text, other, claimIds, proofPointIds, part, support, problem);
    }

    /** Neither greeting nor signature. */
    public boolean isSubstance() {
        return part != DraftSentence.Part.GREETING && part != DraftSentence.Part.SIGNATURE;
    }
}
