package io.outrider.orchestrator.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.type.v1.Signal;
import java.io.IOException;
import java.util.List;

/**
 * Reads {@code {"signals": [...]}}, each with the fields of {@code outrider.type.v1.Signal} in camelCase or snake_case and
 * enums with or without their prefix. An unknown field is refused.
 */
final class HookBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ENUMS = List.of("type", "party");

    private HookBody() {}

    /** @throws InvalidField that names the index of what is wrong */
    static IngestSignalsRequest read(byte[] body, String source, String webhookId) {
        var signals = signals(body);
        var request = IngestSignalsRequest.newBuilder()
                .setRequestId("hook:" + source + ":" + Sha256.hex(webhookId).substring(0, 48));
        for (int i = 0; i < signals.size(); i++) {
            var signal = signal(signals.get(i), "signals[" + i + "]");
            if (signal.getDedupeKey().isEmpty()) {
                signal.setDedupeKey(webhookId + ":" + i);
            }
            if (signal.getSource().isEmpty()) {
                signal.setSource(source);
            }
            request.addSignals(signal);
        }
        return request.build();
    }

    private static JsonNode signals(byte[] body) {
        try {
            var root = JSON.readTree(body);
            if (root == null || !root.isObject() || !root.path("signals").isArray() || root.size() != 1) {
                throw new InvalidField("signals", "must be the body's only field, and a list");
            }
            return root.get("signals");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InvalidField(
                    "body", "is no JSON, line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new InvalidField("body", "is no JSON");
        }
    }

    private static Signal.Builder signal(JsonNode node, String path) {
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidField(path, "must be an object");
        }
        for (var name : ENUMS) {
            var prefix = name.equals("type") ? "SIGNAL_TYPE_" : "PARTY_";
            var value = object.path(name).asText("");
            if (!value.isEmpty() && !value.startsWith(prefix)) {
                object.put(name, prefix + value);
            }
        }
        try {
            var signal = Signal.newBuilder();
            JsonFormat.parser().merge(object.toString(), signal);
            return signal;
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidField(path, "is not understood: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
