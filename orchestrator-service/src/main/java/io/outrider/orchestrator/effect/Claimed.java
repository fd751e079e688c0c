package io.outrider.orchestrator.effect;

/** What came of a claim. In all cases but {@link Lost} the run is at the new version. */
public sealed interface Claimed {

    /**
     * The action is ours to do, now.
     *
     * @param attempt how often the grant has been claimed, this time included
     * @param tries how many of them since a person took the run up again last
     * @param messages how many of the wanted messages are ours; fewer means that some were sent by another effect
     */
    record Won(long version, String effectId, int attempt, int tries, int messages) implements Claimed {}

    /** Somebody the action would reach does not want it. Nothing was claimed. */
    record Barred(long version, String why) implements Claimed {}

    /** The grant was used before: it is not ours to use. */
    record Used(long version) implements Claimed {}

    /** The run has moved on or is to be cancelled. Nothing was claimed. */
    record Lost() implements Claimed {}
}
