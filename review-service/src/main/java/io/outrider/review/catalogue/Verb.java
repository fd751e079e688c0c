package io.outrider.review.catalogue;

/** All that an action may do outside. There is no verb that deletes, and none that changes a price or a deal. */
public enum Verb {
    UPSERT,
    CREATE,
    POST,
    ENROL,
    SEND
}
