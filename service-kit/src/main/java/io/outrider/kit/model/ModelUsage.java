package io.outrider.kit.model;

/**
 * What a provider reported.
 *
 * @param microUsd millionths of a US dollar, from the configured prices
 */
public record ModelUsage(int calls, long promptTokens, long completionTokens, long microUsd) {

    public static final ModelUsage NONE = new ModelUsage(0, 0, 0, 0);

    public ModelUsage plus(ModelUsage other) {
        return new ModelUsage(
                calls + other.calls,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                microUsd + other.microUsd);
    }
}
