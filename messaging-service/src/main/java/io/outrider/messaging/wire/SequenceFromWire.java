package io.outrider.messaging.wire;

import io.outrider.messaging.draft.DraftSentence;
import io.outrider.messaging.draft.DraftSentence.Part;
import io.outrider.messaging.draft.DraftStep;
import io.outrider.messaging.ground.Forms;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Sequence;
import io.outrider.type.v1.SequenceStep;
import java.util.ArrayList;
import java.util.List;

/** A stored sequence as a draft again, so that it can be changed and checked anew. */
public final class SequenceFromWire {

    private SequenceFromWire() {}

    public static List<DraftStep> steps(Sequence sequence) {
        return sequence.getStepsList().stream().map(SequenceFromWire::step).toList();
    }

    private static DraftStep step(SequenceStep step) {
        var sentences = new ArrayList<DraftSentence>();
        int last = step.getSentencesCount() - 1;
        for (int i = 0; i <= last; i++) {
            var sentence = step.getSentences(i);
            sentences.add(new DraftSentence(
                    sentence.getText(),
                    sentence.getParagraph(),
                    sentence.getClaimIdsList(),
                    sentence.getProofPointIdsList(),
                    part(sentence, i, last)));
        }
        return new DraftStep(step.getDayOffset(), step.getSubject(), sentences, step.getCoreValuePropId());
    }

    /** The envelope is always first and last. */
    private static Part part(Sentence sentence, int index, int last) {
        if (index == 0) {
            return Part.GREETING;
        }
        if (index == last) {
            return Part.SIGNATURE;
        }
        return Forms.isQuestion(sentence.getText()) ? Part.CALL_TO_ACTION : Part.CONTENT;
    }
}
