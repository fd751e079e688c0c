package io.outrider.orchestrator.connector.sequencer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the messages of an enrolment stand while their sequence runs: in fields of the person, which all sequences share.
 *
 * @param slots that templates name, in order
 */
record Words(List<Vendor.Slot> slots) {

    Words {
        slots = List.copyOf(slots);
    }

    static Words of(IntFunction<Vendor.Slot> slot, int most) {
        return new Words(IntStream.rangeClosed(1, most).mapToObj(slot).toList());
    }

    List<String> fields() {
        return slots.stream()
                .flatMap(slot -> Stream.of(slot.subject(), slot.body()))
                .toList();
    }

    /**
     * What to write for these messages. Whatever an earlier, longer draft has left is emptied: a template would send it.
     *
     * @param there what stands in the fields now
     */
    Map<String, String> of(List<Enrolment.Message> messages, Map<String, String> there) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < messages.size(); i++) {
            words.put(slots.get(i).subject(), messages.get(i).subject());
            words.put(slots.get(i).body(), messages.get(i).body());
        }
        for (var field : fields()) {
            if (!there.getOrDefault(field, "").isEmpty()) {
                words.putIfAbsent(field, "");
            }
        }
        return words;
    }

    /** What stood in the written fields before. */
    static Map<String, String> before(Map<String, String> written, Map<String, String> there) {
        var before = new LinkedHashMap<String, String>();
        written.keySet().forEach(field -> before.put(field, there.getOrDefault(field, "")));
        return before;
    }
}
