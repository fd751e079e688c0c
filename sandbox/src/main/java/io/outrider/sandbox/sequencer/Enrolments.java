package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is in which sequence, and what was answered to which idempotency key. One for each sequencer. */
final class Enrolments {

    /** One person in one sequence; whoever has ended it gets no more of its messages. */
    record Enrolled(String id, String sequence, boolean running, Instant since) {

        private Enrolled ended() {
            return new Enrolled(id, sequence, false, since);
        }
    }

    private final InstantSource clock;
    private final Map<String, List<Enrolled>> byPerson = new HashMap<>();
    private final Map<String, Reply> answers = new HashMap<>();
    private long next = 5000;
    private Duration lag = Duration.ZERO;

    Enrolments(InstantSource clock) {
        this.clock = clock;
    }

    /** How long lists do not name what is new. */
    synchronized void lag(Duration lag) {
        this.lag = lag;
    }

    /** A repeated key gets the first answer again, marked as a duplicate; no key is never a repeat. */
    synchronized Reply once(String key, Supplier<Reply> deed) {
        var first = key.isEmpty() ? null : answers.get(key);
        if (first != null) {
            return first.again();
        }
        var reply = deed.get();
        if (!key.isEmpty() && reply.effect().happened()) {
            answers.put(key, reply);
        }
        return reply;
    }

    /** The id of the enrolment, or nothing where the person is or was in that sequence already. */
    synchronized Optional<String> enrol(String person, String sequence) {
        var enrolled = byPerson.computeIfAbsent(person, key -> new ArrayList<>());
        if (enrolled.stream().anyMatch(it -> it.sequence().equals(sequence))) {
            return Optional.empty();
        }
        var id = Long.toString(++next);
        enrolled.add(new Enrolled(id, sequence, true, clock.instant()));
        return Optional.of(id);
    }

    /** All of one person that lists name by now, ended ones too. */
    synchronized List<Enrolled> of(String person) {
        var known = clock.instant().minus(lag);
        return byPerson.getOrDefault(person, List.of()).stream()
                .filter(it -> lag.isZero() || !it.since().isAfter(known))
                .toList();
    }

    synchronized Optional<Enrolled> byId(String id) {
        return byPerson.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /** False where there is no such enrolment. */
    synchronized boolean end(String id) {
        for (var enrolled : byPerson.values()) {
            for (var each = enrolled.listIterator(); each.hasNext(); ) {
                var it = each.next();
                if (it.id().equals(id)) {
                    each.set(it.ended());
                    return true;
                }
            }
        }
        return false;
    }
}
