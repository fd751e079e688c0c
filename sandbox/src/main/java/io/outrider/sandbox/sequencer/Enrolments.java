package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is in which sequence, and what was answered to which idempotency key. One for each sequencer. */
final class Enrolments {

    /** One person in one sequence; whoever has ended it gets no more of its messages. */
    record Enrolled(String id, String sequence, boolean running) {}

    private final Map<String, List<Enrolled>> byPerson = new HashMap<>();
    private final Map<String, Reply> answers = new HashMap<>();
    private long next = 5000;

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
        enrolled.add(new Enrolled(id, sequence, true));
        return Optional.of(id);
    }

    /** All of one person, ended ones too. */
    synchronized List<Enrolled> of(String person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    /** False where there is no such enrolment. */
    synchronized boolean end(String id) {
        for (var enrolled : byPerson.values()) {
            for (var each = enrolled.listIterator(); each.hasNext(); ) {
                var it = each.next();
                if (it.id().equals(id)) {
                    each.set(new Enrolled(id, it.sequence(), false));
                    return true;
                }
            }
        }
        return false;
    }
}
