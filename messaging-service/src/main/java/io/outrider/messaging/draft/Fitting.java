package io.outrider.messaging.draft;

import io.outrider.messaging.draft.DraftSentence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.TreeSet;

/** Makes a message shorter without breaking it: only what it stands without goes. */
public final class Fitting {

    private Fitting() {}

    /** Drops optional sentences, the last one first, until the message without its signature has at most {@code max} words. */
    public static List<DraftSentence> toWords(List<DraftSentence> sentences, int max) {
        var kept = new ArrayList<>(sentences);
        for (int i = kept.size() - 1; i >= 0 && words(kept) > max; i--) {
            if (kept.get(i).part() == Part.OPTIONAL) {
                kept.remove(i);
            }
        }
        return renumbered(kept);
    }

    /** Numbers the paragraphs from 0 without gaps, in their order. */
    public static List<DraftSentence> renumbered(List<DraftSentence> sentences) {
        var used = new ArrayList<>(
                new TreeSet<>(sentences.stream().map(DraftSentence::paragraph).toList()));
        return sentences.stream()
                .map(s -> new DraftSentence(
                        s.text(), used.indexOf(s.paragraph()), s.claimIds(), s.proofPointIds(), s.part()))
                .toList();
    }

    private static int words(List<DraftSentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.part() != Part.SIGNATURE)
                .mapToInt(sentence -> new StringTokenizer(sentence.text()).countTokens())
                .sum();
    }
}
