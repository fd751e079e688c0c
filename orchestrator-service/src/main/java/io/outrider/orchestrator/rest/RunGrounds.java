package io.outrider.orchestrator.rest;

import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run's work and its gate's answers rest on, as its timeline tells. */
final class RunGrounds {

    private RunGrounds() {}

    /** Null where models were asked and nobody wrote down which: in lists, and in runs of earlier versions. */
    static @Nullable List<String> models(Run run) {
        var models = run.getTimelineList().stream()
                .flatMap(entry -> entry.getModelsList().stream())
                .distinct()
                .toList();
        return models.isEmpty() && run.getCost().getModelCalls() > 0 ? null : models;
    }

    /** Of the gate's last answer to a proposal; null before there was one. */
    static @Nullable Long policyVersion(Run run) {
        return run.getTimelineList().stream()
                .map(TimelineEntry::getPolicyVersion)
                .filter(version -> version > 0)
                .reduce((before, last) -> last)
                .orElse(null);
    }
}
