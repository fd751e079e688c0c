package io.outrider.research.brief;

import java.util.List;

/** What was done to make a result, reported with it. */
public record Work(
        Level level, List<String> degradedReasons, ModelUse model, int pagesFetched, List<String> partialReasons) {

    public Work {
        degradedReasons = List.copyOf(degradedReasons);
        partialReasons = List.copyOf(partialReasons);
    }

    /** Nothing was fetched and no model was asked. */
    public static Work none(Level level) {
        return new Work(level, List.of(), ModelUse.NONE, 0, List.of());
    }

    /** @param microUsd millionths of a US dollar */
    public record ModelUse(
            List<String> models,
            List<String> promptVersions,
            long promptTokens,
            long completionTokens,
            int calls,
            long microUsd) {

        public static final ModelUse NONE = new ModelUse(List.of(), List.of(), 0, 0, 0, 0);

        public ModelUse {
            models = List.copyOf(models);
            promptVersions = List.copyOf(promptVersions);
        }
    }
}
