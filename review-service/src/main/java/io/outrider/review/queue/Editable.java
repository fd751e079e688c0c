package io.outrider.review.queue;

import io.outrider.kit.error.InvalidField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reviewer may change of a payload: what it says, never who or what it acts on. */
final class Editable {

    static final String FIELD = "edited_payload";

    private static final Set<String> TEXT = Set.of("subject", "body");
    private static final Map<String, Set<String>> FREE = Map.of(
            "crm.company.upsert", Set.of("name", "properties"),
            "crm.contact.upsert", Set.of("firstName", "lastName", "title", "properties"),
            "crm.deal.update", Set.of("properties"),
            "email.send", TEXT,
            "sequence.enrol", Set.of("steps"),
            "slack.message.post", Set.of("text", "blocks"),
            "task.create", Set.of("subject", "body", "dueDate"),
            "webhook.post", Set.of("company", "person", "rationale"));

    private Editable() {}

    /** @throws InvalidField naming the first field that must stay as it was */
    static void check(String actionType, Payload before, Payload after) {
        requireSame("", FREE.getOrDefault(actionType, Set.of()), before.json(), after.json());
        requireNoMore(
                "properties", before.json().get("properties"), after.json().get("properties"));
        if (actionType.equals("slack.message.post")) {
            requireSaid(after.json());
        }
    }

    /** @param path of a field of the payload, for example "properties.outrider_score" */
    static boolean mayChange(String actionType, String path) {
        var dot = path.indexOf('.');
        return FREE.getOrDefault(actionType, Set.of()).contains(dot < 0 ? path : path.substring(0, dot));
    }

    /** A message of a sequence keeps its place, its day and its channel. */
    static void checkStep(Map<?, ?> before, Map<?, ?> after) {
        requireSame("steps.", TEXT, before, after);
    }

    /** What is edited as messages, each with a subject and a body: the steps of a sequence, or the one mail that the payload is. */
    static List<?> messages(String actionType, Payload payload) {
        if (actionType.equals("email.send")) {
            return List.of(payload.json());
        }
        return payload.json().get("steps") instanceof List<?> steps ? steps : List.of();
    }

    private static void requireSame(String at, Set<String> free, Map<?, ?> before, Map<?, ?> after) {
        var keys = new HashSet<Object>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            if (free.contains(String.valueOf(key)) || Objects.equals(before.get(key), after.get(key))) {
                continue;
            }
            if (before.get(key) instanceof Map<?, ?> inner && after.get(key) instanceof Map<?, ?> other) {
                requireSame(at + key + ".", Set.of(), inner, other);
            } else {
                throw new InvalidField(FIELD, "must keep " + at + key + " as it was");
            }
        }
    }

    /** A value may change or go; a field that nobody proposed must not come. */
    private static void requireNoMore(String key, @Nullable Object before, @Nullable Object after) {
        if (after == null) {
            return;
        }
        var known = before instanceof Map<?, ?> map ? map.keySet() : Set.of();
        if (!(after instanceof Map<?, ?> fields) || !known.containsAll(fields.keySet())) {
            throw new InvalidField(FIELD, "must bring no field of its own to " + key);
        }
    }

    /** Slack shows the blocks where there are any, and the text only where there are none. */
    private static void requireSaid(Map<String, Object> json) {
        var said = new ArrayList<String>();
        collect(json.get("blocks"), said);
        if (!said.isEmpty() && !dense(String.join("", said)).equals(dense(json.get("text")))) {
            throw new InvalidField(FIELD, "must say the same in blocks as in text, or leave the blocks out");
        }
    }

    private static void collect(@Nullable Object node, List<String> said) {
        if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, said));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("text") instanceof String text) {
                said.add(text);
            }
            map.values().forEach(value -> collect(value, said));
        }
    }

    private static String dense(@Nullable Object text) {
        return text instanceof String string ? string.replaceAll("\\s+", "") : "";
    }
}
