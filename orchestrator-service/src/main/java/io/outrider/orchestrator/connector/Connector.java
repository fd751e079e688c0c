package io.outrider.orchestrator.connector;

/** One outside system. Blocks its thread, which is a virtual one; keeps no state between calls. */
public interface Connector {

    /** For metrics and messages, for example "crm". */
    String name();

    /**
     * Does what the effect's payload says, exactly once per idempotency key as far as the provider can promise it.
     *
     * <p>Never throws for what the provider or the network does: that is the {@link Outcome}. The caller holds a claim
     * on the effect ledger and settles it with the outcome.
     */
    Outcome execute(Effect effect);
}
