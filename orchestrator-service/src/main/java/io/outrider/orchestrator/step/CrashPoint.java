package io.outrider.orchestrator.step;

/** Places between commits and calls where a process may die. Tests die there; nothing else looks at them. */
interface CrashPoint {

    /** In the order in which a leg passes them. */
    enum Place {
        BEGUN,
        RESEARCHED,
        QUALIFIED,
        DRAFTED,
        PROPOSED,
        PROPOSAL_STORED,
        CLAIMED,
        CALLED,
        SETTLED
    }

    void pass(String runId, Place place);
}
