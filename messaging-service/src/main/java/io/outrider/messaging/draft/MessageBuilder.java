package io.outrider.messaging.draft;

import io.outrider.messaging.draft.DraftSentence.Part;
import java.util.ArrayList;
import java.util.List;

/** Collects the sentences of one message, paragraph by paragraph. */
final class MessageBuilder {

    private final List<DraftSentence> sentences = new ArrayList<>();
    private int paragraph = -1;

    MessageBuilder paragraph() {
        paragraph++;
        return this;
    }

    /** A sentence that rests on nothing because it asserts nothing. */
    MessageBuilder view(Part part, String text) {
        sentences.add(new DraftSentence(text, paragraph, List.of(), List.of(), part));
        return this;
    }

    MessageBuilder claim(Part part, String text, List<String> claimIds) {
        sentences.add(new DraftSentence(text, paragraph, claimIds, List.of(), part));
        return this;
    }

    MessageBuilder proof(Part part, String text, List<String> proofPointIds) {
        sentences.add(new DraftSentence(text, paragraph, List.of(), proofPointIds, part));
        return this;
    }

    List<DraftSentence> sentences() {
        return List.copyOf(sentences);
    }
}
