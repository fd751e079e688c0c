package io.outrider.research.brief;

/** Who decides. RULES makes no model call. */
public enum Level {
    RULES,
    ASSISTED,
    GUIDED,
    AUTONOMOUS;

    public boolean usesModel() {
        return this != RULES;
    }
}
