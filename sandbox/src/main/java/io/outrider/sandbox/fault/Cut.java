package io.outrider.sandbox.fault;

/** When the connection is cut. */
public enum Cut {
    NONE,
    /** Before the call takes effect. */
    BEFORE,
    /** After the call took effect and was recorded, without an answer. */
    AFTER
}
