package io.outrider.review.catalogue;

/** All that an action may do outside. There is no verb that deletes, and none that changes the price or the terms of a deal. */
public enum Verb {
    UPSERT,
    /** Of named fields of a record that is there. */
    UPDATE,
    CREATE,
    POST,
    ENROL,
    SEND
}
