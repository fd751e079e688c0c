package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.review.console.ItemView.Field;
import java.util.ArrayList;
import java.util.List;

/** A payload as its fields, for one that carries no messages. */
final class PayloadText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FIELDS = 100;

    private PayloadText() {}

    /** By path, in the payload's order; at most 100. Empty where it is no JSON. */
    static List<Field> fields(String payload) {
        var fields = new ArrayList<Field>();
        try {
            collect("", JSON.readTree(payload), fields);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, List<Field> into) {
        if (into.size() >= MOST_FIELDS) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.add(new Field(path, node.asText()));
        }
    }
}
