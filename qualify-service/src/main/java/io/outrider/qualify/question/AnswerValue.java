package io.outrider.qualify.question;

/** UNKNOWN is an answer: nothing found says yes or no. */
public enum AnswerValue {
    YES,
    NO,
    UNKNOWN
}
