package io.outrider.orchestrator.effect;

/** Says whether a grant carries an action at this moment. May block to fetch keys. */
public interface GrantCheck {

    /** @param payload the exact bytes the connector will get */
    record Use(String workspace, String runId, String proposalKey, String actionType, byte[] payload) {}

    /** What the check came to. */
    sealed interface Checked {

        /** @param grantId from the signed content; the ledger is unique on it */
        record Valid(String grantId) implements Checked {}

        record Invalid(String reason) implements Checked {}
    }

    Checked check(String jws, Use use);
}
