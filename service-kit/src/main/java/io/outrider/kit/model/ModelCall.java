package io.outrider.kit.model;

import java.time.Instant;

/**
 * What the door must know of one question to a model.
 *
 * @param size which of the two named models is asked
 * @param promptVersion for example "research/v1"; stored with the result
 * @param deadline after this nothing is asked any more
 */
public record ModelCall(ModelSize size, String promptVersion, Instant deadline) {}
