package io.outrider.cli.compare;

/**
 * One thing in which two runs of one account differ.
 *
 * @param weight how much a wrong choice between the two would cost; 0 for what is only worth knowing
 */
record Difference(Kind kind, int weight, String detail) {

    enum Kind {
        /** One of the two did not get to an answer. */
        BROKEN,
        /** One goes on with the account, the other leaves it. */
        OUTCOME,
        PLAYBOOK,
        TIER,
        SCORE,
        DRAFT,
        PROPOSALS,
        /** Two values for what can have only one. */
        FACT_CONFLICT,
        FACTS,
        CONFIDENCE,
        /** The level that was asked for is not the one that answered. */
        DEGRADED
    }
}
