package io.outrider.sandbox.fault;

import io.outrider.sandbox.received.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are switched on. Safe for use by many threads; the same seed draws the same chances in order. */
public final class Faults {

    private record Armed(FaultRule rule, AtomicInteger left) {}

    private volatile List<Armed> armed = List.of();
    private volatile long seed;
    private SplittableRandom random = new SplittableRandom(0);

    /** Adds one rule to those in force. */
    public synchronized void add(FaultRule rule) {
        var more = new ArrayList<>(armed);
        more.add(arm(rule));
        armed = List.copyOf(more);
    }

    /** Replaces all rules and starts the chances anew from the seed. */
    public synchronized void set(List<FaultRule> rules, long newSeed) {
        seed = newSeed;
        random = new SplittableRandom(newSeed);
        armed = rules.stream().map(Faults::arm).toList();
    }

    public void clear() {
        set(List.of(), 0);
    }

    public List<FaultRule> rules() {
        return armed.stream().map(Armed::rule).toList();
    }

    public long seed() {
        return seed;
    }

    /** What goes wrong with this call. All rules that match and strike add up; the first status, cut and spoil count. */
    public Fault strike(Kind kind, String method, String path, String host) {
        return armed.isEmpty() ? Fault.NONE : drawAll(kind, method, path, host);
    }

    private synchronized Fault drawAll(Kind kind, String method, String path, String host) {
        var fault = Fault.NONE;
        for (var one : armed) {
            if (one.rule.matches(kind, method, path, host) && strikes(one)) {
                fault = fault.and(one.rule, one.rule.latency().draw(random));
            }
        }
        return fault;
    }

    private boolean strikes(Armed one) {
        if (one.rule.probability() < 1 && random.nextDouble() >= one.rule.probability()) {
            return false;
        }
        return one.rule.times() == 0 || one.left.getAndDecrement() > 0;
    }

    private static Armed arm(FaultRule rule) {
        return new Armed(rule, new AtomicInteger(rule.times()));
    }
}
