package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is in which sequence, and what was answered to which idempotency key. One for each sequencer. */
final class Enrolments {

    private final Map<String, String> idByPersonAndSequence = new HashMap<>();
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

    /** The id of the enrolment, or nothing where the person is in that sequence already. */
    synchronized Optional<String> enrol(String person, String sequence) {
        var id = Long.toString(next + 1);
        if (idByPersonAndSequence.putIfAbsent(person + " " + sequence, id) != null) {
            return Optional.empty();
        }
        next++;
        return Optional.of(id);
    }

    synchronized Optional<String> find(String person, String sequence) {
        return Optional.ofNullable(idByPersonAndSequence.get(person + " " + sequence));
    }
}
