package io.outrider.qualify.rule;

/** What a rule can say. UNKNOWN: it touched a fact that is not there, or could not compare what it found. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}
