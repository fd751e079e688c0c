package io.outrider.review.wire;

import io.outrider.review.queue.Payload;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.SequenceStep;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is checked and shown must be what is sent: the sentences of a proposal against the bodies in its payload. */
public final class SentMessages {

    private SentMessages() {}

    /** False where the payload says anything that no sentence of the proposal says, or the other way round. */
    public static boolean match(Proposal proposal, Payload payload) {
        var sent = sent(proposal.getActionType(), payload);
        if (sent.size() != proposal.getStepsCount()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!(sent.get(i) instanceof Map<?, ?> step) || !match(proposal.getSteps(i), step)) {
                return false;
            }
        }
        return true;
    }

    /** The messages of a sequence, or the one mail that the payload is. */
    private static List<?> sent(String actionType, Payload payload) {
        if (actionType.equals("email.send")) {
            return List.of(payload.json());
        }
        return payload.json().get("steps") instanceof List<?> list ? list : List.of();
    }

    private static boolean match(SequenceStep checked, Map<?, ?> sent) {
        var sentences =
                checked.getSentencesList().stream().map(Sentence::getText).collect(Collectors.joining());
        return dense(sentences).equals(dense(sent.get("body")))
                && dense(checked.getSubject()).equals(dense(sent.get("subject")));
    }

    private static String dense(@Nullable Object text) {
        return text instanceof String string ? string.replaceAll("\\s+", "") : "";
    }
}
