package io.outrider.sandbox.fault;

import io.outrider.sandbox.received.Kind;
import java.time.Duration;

/**
 * One thing that goes wrong. Start from {@link #on} or {@link #everywhere} and say what.
 *
 * @param kind the wire name of a {@link Kind}; empty for every kind but control
 * @param method for example "PATCH"; empty for every method
 * @param pathPrefix empty for every path
 * @param host empty for every host
 * @param status answered instead of calling the endpoint; 0 for none
 * @param retryAfterSeconds sent as Retry-After with {@code status}; 0 for none
 * @param probability of each matching call, 0 to 1
 * @param times how often at most; 0 for always
 */
public record FaultRule(
        String kind,
        String method,
        String pathPrefix,
        String host,
        Latency latency,
        int status,
        int retryAfterSeconds,
        Cut cut,
        Spoil spoil,
        double probability,
        int times) {

    public FaultRule {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("probability must lie between 0 and 1");
        }
        if (status != 0 && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must lie between 400 and 599");
        }
        if (times < 0 || retryAfterSeconds < 0) {
            throw new IllegalArgumentException("times and retryAfterSeconds must not be negative");
        }
    }

    public static FaultRule everywhere() {
        return new FaultRule("", "", "", "", Latency.NONE, 0, 0, Cut.NONE, Spoil.NONE, 1, 0);
    }

    public static FaultRule on(Kind kind) {
        return new FaultRule(kind.wire(), "", "", "", Latency.NONE, 0, 0, Cut.NONE, Spoil.NONE, 1, 0);
    }

    public FaultRule method(String verb) {
        return new FaultRule(
                kind, verb, pathPrefix, host, latency, status, retryAfterSeconds, cut, spoil, probability, times);
    }

    public FaultRule path(String prefix) {
        return new FaultRule(
                kind, method, prefix, host, latency, status, retryAfterSeconds, cut, spoil, probability, times);
    }

    public FaultRule host(String name) {
        return new FaultRule(
                kind, method, pathPrefix, name, latency, status, retryAfterSeconds, cut, spoil, probability, times);
    }

    public FaultRule latency(Duration fixed) {
        return latency(new Latency.Fixed(fixed.toMillis()));
    }

    public FaultRule latency(Latency drawn) {
        return new FaultRule(
                kind, method, pathPrefix, host, drawn, status, retryAfterSeconds, cut, spoil, probability, times);
    }

    public FaultRule status(int code) {
        return new FaultRule(
                kind, method, pathPrefix, host, latency, code, retryAfterSeconds, cut, spoil, probability, times);
    }

    public FaultRule retryAfter(int seconds) {
        return new FaultRule(kind, method, pathPrefix, host, latency, status, seconds, cut, spoil, probability, times);
    }

    public FaultRule cut(Cut when) {
        return new FaultRule(
                kind, method, pathPrefix, host, latency, status, retryAfterSeconds, when, spoil, probability, times);
    }

    public FaultRule spoil(Spoil how) {
        return new FaultRule(
                kind, method, pathPrefix, host, latency, status, retryAfterSeconds, cut, how, probability, times);
    }

    public FaultRule probability(double share) {
        return new FaultRule(
                kind, method, pathPrefix, host, latency, status, retryAfterSeconds, cut, spoil, share, times);
    }

    public FaultRule times(int most) {
        return new FaultRule(
                kind, method, pathPrefix, host, latency, status, retryAfterSeconds, cut, spoil, probability, most);
    }

    boolean matches(Kind called, String verb, String path, String calledHost) {
        return (kind.isEmpty() ? called != Kind.CONTROL : kind.equals(called.wire()))
                && (method.isEmpty() || method.equals(verb))
                && path.startsWith(pathPrefix)
                && (host.isEmpty() || host.equals(calledHost));
    }
}
