package io.outrider.orchestrator.connector;

/**
 * One granted action on its way out.
 *
 * @param payload the exact bytes the grant was given for; not to be changed
 * @param idempotencyKey stays the same when the effect is tried again after {@link Outcome.Busy}
 */
public record Effect(String actionType, byte[] payload, String idempotencyKey, String workspace, String grantId) {}
