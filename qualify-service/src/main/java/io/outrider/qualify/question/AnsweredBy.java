package io.outrider.qualify.question;

/** Who gave an answer. */
public enum AnsweredBy {
    RULE,
    MODEL
}
