package io.outrider.kit.model;

/**
 * An answer, not yet checked by the one who asked.
 *
 * @param usage what all attempts together cost
 */
public record ModelAnswer<T>(T value, ModelUsage usage, String model, String promptVersion) {}
