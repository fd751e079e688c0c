package io.outrider.review.second;

/** What a second person would have done with the item as it was. */
public enum Answer {
    /** Let it happen as it is. */
    ACCEPT,
    /** Not as it is: change something first. */
    EDIT,
    /** Not at all. */
    REJECT
}
