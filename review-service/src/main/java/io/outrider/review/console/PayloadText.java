package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.review.console.ItemContent.Field;
import io.outrider.review.queue.CheckEdit;
import java.util.ArrayList;
import java.util.List;

/** A payload as its fields and as its messages. */
final class PayloadText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_INPUT = 4_000;
    private static final int LINE = 70;
    private static final int MOST_ROWS = 14;

    private PayloadText() {}

    /** By path, in the payload's order; at most 100. Empty where it is no JSON. */
    static List<Field> fields(String actionType, String payload) {
        var fields = new ArrayList<Field>();
        collect(actionType, "", read(payload), fields);
        return fields;
    }

    /** The texts of the payload's messages, as they are sent: the steps of a sequence, or the one mail that it is. */
    static List<Message> messages(String payload) {
        var messages = new ArrayList<Message>();
        var json = read(payload);
        for (var step : json.has("steps") ? json.path("steps") : List.of(json)) {
            messages.add(
                    new Message(step.path("subject").asText(), step.path("body").asText()));
        }
        return messages;
    }

    /** How many lines of a form a text fills. */
    static int rows(String text) {
        var rows = text.lines().mapToInt(line -> 1 + line.length() / LINE).sum();
        return Math.clamp(rows, 1, MOST_ROWS);
    }

    /** The name of a field's input, by its place among the fields. */
    static String input(int place) {
        return "field-" + place;
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static void collect(String actionType, String path, JsonNode node, List<Field> into) {
        if (into.size() >= MOST_FIELDS) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            actionType,
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(actionType, path + "[" + i + "]", node.get(i), into);
            }
        } else if (!node.isMissingNode()) {
            var text = node.asText();
            var editable = node.isTextual() && text.length() <= LONGEST_INPUT && !CheckEdit.fixed(actionType, path);
            into.add(new Field(path, text, editable ? input(into.size()) : "", rows(text)));
        }
    }

    record Message(String subject, String body) {}
}
