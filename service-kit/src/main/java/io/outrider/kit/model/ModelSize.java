package io.outrider.kit.model;

/** The two models a deployment names: one for classification and extraction, one for writing. */
public enum ModelSize {
    FAST,
    LARGE
}
