package io.outrider.qualify.question;

/** GOOD: a yes speaks for the account. BAD: a yes speaks against it. */
public enum FitType {
    GOOD,
    BAD
}
