package io.outrider.qualify.question;

import java.util.List;

/**
 * What answering took.
 *
 * @param degradedReasons why a rule answered where a model was asked for; empty where none did
 * @param microUsd millionths of a US dollar
 * @param unsupported answers of the model that named no fact of the brief, and therefore became UNKNOWN
 */
public record Effort(
        List<String> degradedReasons,
        List<String> models,
        List<String> promptVersions,
        long microUsd,
        long promptTokens,
        long completionTokens,
        int modelCalls,
        int unsupported) {

    public static final Effort NONE = new Effort(List.of(), List.of(), List.of(), 0, 0, 0, 0, 0);

    public Effort {
        degradedReasons = List.copyOf(degradedReasons);
        models = List.copyOf(models);
        promptVersions = List.copyOf(promptVersions);
    }

    public boolean degraded() {
        return !degradedReasons.isEmpty();
    }
}
