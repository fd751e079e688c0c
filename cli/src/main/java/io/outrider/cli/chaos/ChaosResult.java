package io.outrider.cli.chaos;

import java.util.Map;

/**
 * What came of it, in one line.
 *
 * @param seconds with faults
 * @param started calls of StartRun that were made; each was repeated until it was answered
 * @param unanswered calls that nobody answered even after the last fault
 * @param restedAfterSeconds from the last fault to the moment when everything was at rest; -1 where it never was
 * @param undecided runs that still waited for the reviewer, who decides everything, when the time to rest was over
 * @param unknown effects whose outcome a person has to look up
 * @param ungranted effects outside that no granted action stands behind
 * @param missing actions that count as done and that nobody outside saw
 */
public record ChaosResult(
        boolean ok,
        long seed,
        double seconds,
        int started,
        int accepted,
        int unanswered,
        int lost,
        int doubled,
        int stuck,
        int undecided,
        int unknown,
        int ungranted,
        int missing,
        int effects,
        int reviewed,
        double restedAfterSeconds,
        Map<String, Integer> states,
        Map<String, Integer> faults) {}
