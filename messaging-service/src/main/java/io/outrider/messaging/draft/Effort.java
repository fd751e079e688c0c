package io.outrider.messaging.draft;

import java.util.List;

/**
 * What a draft took.
 *
 * @param degradedReasons why templates wrote what a model was asked for; empty where nothing was degraded
 * @param microUsd millionths of a US dollar
 */
public record Effort(
        List<String> degradedReasons,
        List<String> models,
        List<String> promptVersions,
        long microUsd,
        long promptTokens,
        long completionTokens,
        int modelCalls) {

    public static final Effort NONE = new Effort(List.of(), List.of(), List.of(), 0, 0, 0, 0);

    public Effort {
        degradedReasons = List.copyOf(degradedReasons);
        models = List.copyOf(models);
        promptVersions = List.copyOf(promptVersions);
    }

    public boolean degraded() {
        return !degradedReasons.isEmpty();
    }
}
