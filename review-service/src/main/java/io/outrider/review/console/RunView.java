package io.outrider.review.console;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the gate knows of one run.
 *
 * @param level of autonomy, in words
 * @param effort what it has spent until its last proposal; empty where the proposals do not say
 * @param elsewhere where the orchestrator shows the run's timeline; empty where no such place is set
 */
@TemplateData
record RunView(
        Session who,
        String id,
        String author,
        String account,
        String playbook,
        String segment,
        String persona,
        String level,
        long libraryRevision,
        String models,
        String prompts,
        String trace,
        List<EffortRow> effort,
        String elsewhere,
        List<String> missing,
        String took,
        List<Proposed> proposals,
        List<Event> timeline) {

    /** @param grant its id; empty where nothing is granted */
    @TemplateData
    record Proposed(
            String id,
            String key,
            String action,
            String state,
            String lane,
            String laneKey,
            int confidence,
            int version,
            String grant,
            String outcome,
            String sha256,
            String refusal) {}

    /** @param gap since the one before it */
    @TemplateData
    record Event(String when, String gap, String what, String by, String action, String item, String note) {}
}
