package io.outrider.messaging.sequence;

import io.outrider.messaging.ground.GroundedSentence;
import io.outrider.messaging.ground.GroundedStep;
import io.outrider.messaging.ground.Support;
import io.outrider.messaging.lint.CallToAction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A message without the sentences that nothing carries, where it stands without them; else the message as it was.
 *
 * @param dropped the sentences that went
 */
record Trimmed(GroundedStep step, List<GroundedSentence> dropped) {

    private static final int LEAST_SENTENCES = 2;

    static Trimmed of(GroundedStep step) {
        var carried = step.sentences().stream()
                .filter(s -> s.support() != Support.NONE)
                .toList();
        if (carried.size() == step.sentences().size() || !stands(carried)) {
            return new Trimmed(step, List.of());
        }
        var dropped = step.sentences().stream()
                .filter(s -> s.support() == Support.NONE)
                .toList();
        return new Trimmed(step.with(renumbered(carried)), dropped);
    }

    private static boolean stands(List<GroundedSentence> sentences) {
        long substance =
                sentences.stream().filter(GroundedSentence::isSubstance).count();
        return substance >= LEAST_SENTENCES && sentences.stream().anyMatch(CallToAction::isOne);
    }

    /** Paragraphs are counted from 0 without gaps. */
    private static List<GroundedSentence> renumbered(List<GroundedSentence> sentences) {
        var used = new ArrayList<>(new TreeSet<>(
                sentences.stream().map(GroundedSentence::paragraph).toList()));
        return sentences.stream()
                .map(s -> s.inParagraph(used.indexOf(s.paragraph())))
                .toList();
    }
}
