package io.outrider.cli.chaos;

import java.time.Duration;

/**
 * How much goes wrong.
 *
 * @param length of the time with faults
 * @param seed decides which faults, in which order, where and for how long
 * @param perSecond runs that are started
 * @param calm how long after the last fault everything must have come to rest
 */
public record ChaosOptions(Duration length, long seed, double perSecond, Duration calm) {}
