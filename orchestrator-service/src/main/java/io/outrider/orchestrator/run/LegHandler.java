package io.outrider.orchestrator.run;

/** Carries a run from where it stands to its next wait. Blocks its thread, which is a virtual one. */
public interface LegHandler {

    /**
     * Returns once a transaction has ended, parked or rescheduled the leg. Throwing leaves the leg in the queue: it is
     * tried again later, from what the last transaction stored.
     */
    void carry(LegId leg);

    /** The leg has broken too often: its run fails, and nothing of it is in the queue any more. */
    void giveUp(LegId leg, String cause);
}
