package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.kit.error.InvalidField;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts what a reviewer typed into the payload, and leaves the rest of it as it was. */
final class EditedPayload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EditedPayload() {}

    /** @param form has subject-N and body-N for each step N of a payload with steps, else the whole payload */
    static byte[] of(byte[] payload, MultivaluedMap<String, String> form) {
        var whole = form.getFirst("payload");
        if (whole != null) {
            return whole.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        }
        try {
            var json = (ObjectNode) JSON.readTree(new String(payload, StandardCharsets.UTF_8));
            var steps = json.path("steps");
            for (int i = 0; i < steps.size(); i++) {
                put((ObjectNode) steps.get(i), "subject", form.getFirst("subject-" + i));
                put((ObjectNode) steps.get(i), "body", form.getFirst("body-" + i));
            }
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new InvalidField("edited_payload", "cannot be edited here");
        }
    }

    private static void put(ObjectNode step, String field, @Nullable String text) {
        if (text != null) {
            step.put(field, text.replace("\r\n", "\n"));
        }
    }
}
