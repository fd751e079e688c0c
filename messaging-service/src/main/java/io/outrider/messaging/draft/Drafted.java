package io.outrider.messaging.draft;

/** A draft and what it took. */
public record Drafted(Draft draft, Effort effort) {}
