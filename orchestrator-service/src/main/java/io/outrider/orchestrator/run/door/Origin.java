package io.outrider.orchestrator.run.door;

import io.outrider.orchestrator.run.Hold;

/**
 * Why a single run starts.
 *
 * @param waitedFor somebody asked for it and waits: it stands before the batches, or is refused where too many stand there
 * @param firingId of the trigger; empty where a caller asked
 */
record Origin(boolean waitedFor, String firingId, Hold hold) {

    static final Origin ASKED = new Origin(true, "", Hold.NONE);

    /** Nobody waits for it: it stands with the batches, however many there are. */
    static Origin fired(String firingId, Hold hold) {
        return new Origin(false, firingId, hold);
    }
}
