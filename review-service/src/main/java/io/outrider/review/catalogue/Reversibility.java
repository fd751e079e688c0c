package io.outrider.review.catalogue;

/** Whether an action can be taken back. */
public enum Reversibility {
    REVERSIBLE,
    IRREVERSIBLE
}
