package io.outrider.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** Why a run must not go on for now. Stored by its word in the run's row, where every leg sees it. */
public enum Hold {
    NONE("", ""),
    BATCH("batch", "Its batch is paused"),
    BREAKER("breaker", "The breaker of the workspace's triggers is open");

    private final String word;
    private final String reason;

    Hold(String word, String reason) {
        this.word = word;
        this.reason = reason;
    }

    /** As it is stored; null where nothing holds. */
    public @Nullable String word() {
        return word.isEmpty() ? null : word;
    }

    /** In one sentence, for the run. */
    public String reason() {
        return reason;
    }

    public static Hold of(@Nullable String word) {
        for (var hold : values()) {
            if (hold.word.equals(word)) {
                return hold;
            }
        }
        return NONE;
    }
}
