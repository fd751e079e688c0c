package io.outrider.orchestrator.run.state;

import java.util.Locale;

/** The steps of a run, in order. Stored by name. */
public enum RunStep {
    RESEARCH,
    QUALIFY,
    DRAFT,
    PROPOSE,
    ACT,
    DONE;

    /** As playbooks and request ids spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
