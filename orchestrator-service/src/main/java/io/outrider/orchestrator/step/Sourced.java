package io.outrider.orchestrator.step;

import io.outrider.type.v1.Work;

/** A step's result with the work it came from. */
record Sourced<T>(T result, Work work) {

    /** In place of a result that could not be had. */
    static <T> Sourced<T> nothing(T inItsPlace) {
        return new Sourced<>(inItsPlace, Work.getDefaultInstance());
    }
}
