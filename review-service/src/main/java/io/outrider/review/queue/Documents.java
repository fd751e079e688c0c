package io.outrider.review.queue;

import io.outrider.review.policy.Proposed;

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

    record Edited(byte[] document, Proposed proposed) {}
}
