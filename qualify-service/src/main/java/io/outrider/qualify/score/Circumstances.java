package io.outrider.qualify.score;

/**
 * What besides the answers decides about the next step.
 *
 * @param minScore the playbook's, 1 to 10
 * @param outsideSegments the account is in none of the playbook's segments
 * @param personaMissing a person was asked about, and no persona of the playbook fits
 * @param emailInvalid a person was asked about, whose address is known to be dead
 * @param expiredFacts claims that were too old to use
 */
public record Circumstances(
        int minScore,
        boolean outsideSegments,
        boolean personaMissing,
        boolean emailInvalid,
        boolean degraded,
        int expiredFacts) {}
