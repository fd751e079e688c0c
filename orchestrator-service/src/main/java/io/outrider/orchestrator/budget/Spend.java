package io.outrider.orchestrator.budget;

/**
 * Money and tokens.
 *
 * @param microUsd millionths of a US dollar
 * @param tokens prompt and completion together
 */
public record Spend(long microUsd, long tokens) {

    public static final Spend NONE = new Spend(0, 0);

    Spend plus(Spend other) {
        return new Spend(microUsd + other.microUsd, tokens + other.tokens);
    }

    boolean isNone() {
        return microUsd <= 0 && tokens <= 0;
    }
}
