package io.outrider.kit.model;

/**
 * No usable answer came. An agent catches it and returns its rule result, marked degraded with this message, which holds
 * no prompt and no answer.
 */
public final class ModelUnavailable extends RuntimeException {

    private final ModelUsage usage;

    public ModelUnavailable(String message, ModelUsage usage) {
        super(message, null, false, false);
        this.usage = usage;
    }

    /** What was spent in vain. */
    public ModelUsage usage() {
        return usage;
    }
}
