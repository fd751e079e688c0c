package io.outrider.kit.model;

import io.outrider.kit.security.Turn;

/**
 * What the door must know of one question to a model.
 *
 * @param size which of the two named models is asked
 * @param promptVersion for example "research/v1"; stored with the result
 * @param turn after its deadline nothing is asked any more
 */
public record ModelCall(ModelSize size, String promptVersion, Turn turn) {}
