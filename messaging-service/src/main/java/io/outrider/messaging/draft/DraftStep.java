package io.outrider.messaging.draft;

import java.util.List;

/**
 * One message.
 *
 * @param dayOffset days after the first step
 * @param valuePropId what the message argues; empty where it argues nothing
 */
public record DraftStep(int dayOffset, String subject, List<DraftSentence> sentences, String valuePropId) {

    public DraftStep {
        sentences = List.copyOf(sentences);
    }

    public DraftStep with(List<DraftSentence> others) {
        return new DraftStep(dayOffset, subject, others, valuePropId);
    }
}
