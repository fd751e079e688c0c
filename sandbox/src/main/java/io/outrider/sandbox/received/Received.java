package io.outrider.sandbox.received;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The memory of the outside world. Safe for use by many threads. */
public final class Received {

    /** How much is kept of each call. */
    public enum Recording {
        /** Every call with its body, the newest 200,000. */
        FULL,
        /** Counts, keys and recipients only: bounded memory per call, for load. */
        SUMMARY
    }

    private static final int KEPT = 200_000;

    private final Clock clock;
    private volatile Recording recording;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    private long seq;

    public Received(Clock clock, Recording recording) {
        this.clock = clock;
        this.recording = recording;
        clear();
    }

    /** Notes one call; {@code seq} and {@code time} are set here. */
    public synchronized void add(Call call) {
        seq++;
        tally(call.kind()).add(call);
        if (recording == Recording.SUMMARY) {
            return;
        }
        entries.add(call.at(seq, clock.instant()));
        if (entries.size() > KEPT) {
            entries.remove();
        }
    }

    /** All calls but those for pages, oldest first. Empty when only counts are kept. */
    public List<Entry> list() {
        return list(entry -> entry.kind() != Kind.SITE);
    }

    /** The calls of one kind, oldest first. */
    public List<Entry> list(Kind kind) {
        return list(entry -> entry.kind() == kind);
    }

    /** The calls of one kind that changed something, oldest first. */
    public List<Entry> effects(Kind kind) {
        return list(entry -> entry.kind() == kind && entry.effect());
    }

    public synchronized List<Entry> list(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    public synchronized Summary summary() {
        var calls = new EnumMap<Kind, Long>(Kind.class);
        var effects = new EnumMap<Kind, Long>(Kind.class);
        var suppressed = new EnumMap<Kind, Long>(Kind.class);
        var cut = new EnumMap<Kind, Long>(Kind.class);
        var recipients = new EnumMap<Kind, Integer>(Kind.class);
        var doubled = new EnumMap<Kind, Map<String, Integer>>(Kind.class);
        var repeated = new EnumMap<Kind, Map<String, Integer>>(Kind.class);
        tallies.forEach((kind, tally) -> {
            calls.put(kind, tally.calls);
            effects.put(kind, tally.effects);
            suppressed.put(kind, tally.suppressed);
            cut.put(kind, tally.cut);
            recipients.put(kind, tally.recipients.size());
            doubled.put(kind, moreThanOnce(tally.recipients));
            repeated.put(kind, moreThanOnce(tally.keys));
        });
        return new Summary(calls, effects, suppressed, cut, recipients, doubled, repeated);
    }

    /** How much is kept from now on; what was kept before stays until {@link #clear}. */
    public void keep(Recording how) {
        recording = how;
    }

    /** Forgets everything received; numbering goes on. */
    public synchronized void clear() {
        entries.clear();
        tallies.clear();
    }

    private Tally tally(Kind kind) {
        return tallies.computeIfAbsent(kind, ignored -> new Tally());
    }

    private static Map<String, Integer> moreThanOnce(Map<String, Integer> counts) {
        var more = new TreeMap<>(counts);
        more.values().removeIf(count -> count < 2);
        return more;
    }

    private static final class Tally {
        private long calls;
        private long effects;
        private long suppressed;
        private long cut;
        private final Map<String, Integer> recipients = new HashMap<>();
        private final Map<String, Integer> keys = new HashMap<>();

        void add(Call call) {
            calls++;
            effects += call.effect() ? 1 : 0;
            suppressed += call.duplicate() ? 1 : 0;
            cut += call.cut() ? 1 : 0;
            if (call.effect() && !call.recipient().isEmpty()) {
                recipients.merge(call.recipient(), 1, Integer::sum);
            }
            if (call.effect() && !call.key().isEmpty()) {
                keys.merge(call.key(), 1, Integer::sum);
            }
        }
    }
}
