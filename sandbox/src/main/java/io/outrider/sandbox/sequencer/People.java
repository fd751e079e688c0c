package io.outrider.sandbox.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people a sequencer knows, by id and by email. */
final class People {

    /** One person; the fields are kept as they were sent. */
    record Known(String id, String email, ObjectNode fields) {}

    private final Map<String, Known> byId = new HashMap<>();
    private final Map<String, Known> byEmail = new HashMap<>();
    private long next = 1000;

    synchronized Known add(String email, ObjectNode fields) {
        var known = new Known(Long.toString(++next), email.toLowerCase(Locale.ROOT), fields);
        byId.put(known.id(), known);
        byEmail.put(known.email(), known);
        return known;
    }

    synchronized Optional<Known> update(String id, ObjectNode fields) {
        var known = byId.get(id);
        if (known != null) {
            merge(known.fields(), fields);
        }
        return Optional.ofNullable(known);
    }

    synchronized Optional<Known> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Known> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    /** Fields that are not named stay, in an object of fields too. */
    private static void merge(ObjectNode there, ObjectNode fields) {
        fields.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner
                    && there.path(field.getKey()) instanceof ObjectNode innerThere) {
                merge(innerThere, inner);
            } else {
                there.set(field.getKey(), field.getValue());
            }
        });
    }
}
