package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outrider.kit.error.InvalidField;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts what a reviewer typed into the payload, and leaves the rest of it as it was. */
final class EditedPayload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARAGRAPH = "\n\n";

    private EditedPayload() {}

    /**
     * @param form has subject-N, and body-N or body-N-0, body-N-1 and so on, for each step N of a payload with steps, 0 for a
     *     single mail; field-N
     *     for each text of another one; or the whole payload
     */
    static byte[] of(byte[] payload, MultivaluedMap<String, String> form) {
        var text = new String(payload, StandardCharsets.UTF_8);
        var whole = form.getFirst("payload");
        if (whole != null && !lines(whole).equals(lines(text))) {
            return lines(whole).getBytes(StandardCharsets.UTF_8);
        }
        try {
            var json = (ObjectNode) JSON.readTree(text);
            var steps = json.path("steps");
            for (int i = 0; i < steps.size(); i++) {
                put((ObjectNode) steps.get(i), "subject", form.getFirst("subject-" + i));
                put((ObjectNode) steps.get(i), "body", body(form, "body-" + i));
            }
            if (!json.has("steps")) {
                put(json, "subject", form.getFirst("subject-0"));
                put(json, "body", body(form, "body-0"));
            }
            putFields(json, form, new AtomicInteger());
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new InvalidField("edited_payload", "cannot be edited here");
        }
    }

    /** A paragraph that was emptied is gone. */
    private static @Nullable String body(MultivaluedMap<String, String> form, String name) {
        var whole = form.getFirst(name);
        if (whole != null) {
            return whole;
        }
        var paragraphs = new ArrayList<String>();
        for (int p = 0; form.containsKey(name + "-" + p); p++) {
            var paragraph = lines(Forms.text(form, name + "-" + p)).strip();
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
        }
        return form.containsKey(name + "-0") ? String.join(PARAGRAPH, paragraphs) : null;
    }

    private static void put(ObjectNode step, String name, @Nullable String text) {
        if (text != null) {
            step.put(name, lines(text));
        }
    }

    /** Walks as {@link PayloadText#fields} does: a field's input is named by its place among the leaves. */
    private static void putFields(JsonNode node, MultivaluedMap<String, String> form, AtomicInteger place) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(entry ->
                            leaf(entry.getValue(), form, place).ifPresent(text -> object.put(entry.getKey(), text)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                var index = i;
                leaf(array.get(i), form, place).ifPresent(text -> array.set(index, new TextNode(text)));
            }
        }
    }

    /** What the leaf becomes; empty where it stays. */
    private static Optional<String> leaf(JsonNode node, MultivaluedMap<String, String> form, AtomicInteger place) {
        if (node.isContainerNode()) {
            putFields(node, form, place);
            return Optional.empty();
        }
        return Optional.ofNullable(form.getFirst(PayloadText.input(place.getAndIncrement())))
                .map(EditedPayload::lines)
                .filter(text -> node.isTextual() && !text.equals(lines(node.asText())));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
