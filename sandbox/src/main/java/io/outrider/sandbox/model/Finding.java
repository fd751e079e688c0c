package io.outrider.sandbox.model;

/** One fact that a sentence states. */
record Finding(String predicate, String value, double confidence) {

    static Finding sure(String predicate, String value) {
        return new Finding(predicate, value, 0.92);
    }

    static Finding likely(String predicate, String value) {
        return new Finding(predicate, value, 0.8);
    }
}
