package io.outrider.review.queue;

import io.outrider.review.policy.Proposed;
import java.util.Optional;

/** Reads and edits whole proposals, whose form only the wire knows. */
public interface Documents {

    /** The payload's bytes as they stand. */
    byte[] payload(byte[] document);

    /** What a list says of it. */
    String description(byte[] summary);

    /** What the policy looks at. */
    Proposed proposed(byte[] document);

    /** The messages, and all that their sentences may rest on. */
    Messages messages(byte[] document);

    /** The document with another payload and its messages. */
    Edited edited(byte[] document, Payload payload, Messages messages);

    /**
     * A copy with one fact changed, so that what it says or does is wrong and nothing else shows it; empty where there is no
     * fact that could be.
     *
     * @param runId that the copy says it comes from
     * @param stranger a proposal for another account, whose name may be what is wrong
     */
    Optional<Spoiled> spoiled(byte[] document, String runId, byte[] stranger);

    /**
     * @param fault what kind of mistake it has
     * @param falseText is nowhere in the original
     */
    record Spoiled(Candidate candidate, String fault, String trueText, String falseText) {}

    record Edited(byte[] document, Proposed proposed) {}
}
