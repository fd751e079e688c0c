package io.outrider.orchestrator.run;

/**
 * The most that may be spent on models.
 *
 * @param microUsd millionths of a US dollar; 0 means no limit
 * @param tokens prompt and completion together; 0 means no limit
 */
public record SpendLimit(long microUsd, long tokens) {

    public static final SpendLimit NONE = new SpendLimit(0, 0);

    public boolean none() {
        return microUsd == 0 && tokens == 0;
    }
}
