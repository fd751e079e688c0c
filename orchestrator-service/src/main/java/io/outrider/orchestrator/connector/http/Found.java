package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Outcome;

/** What a look-up before a write came to. */
public sealed interface Found<T> {

    record Here<T>(T value) implements Found<T> {}

    record Nowhere<T>() implements Found<T> {}

    /** The look-up failed; nothing was written, and the effect ends with this outcome. */
    record Failed<T>(Outcome outcome) implements Found<T> {}
}
