package io.outrider.orchestrator.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.RecordContactEventRequest;
import io.outrider.type.v1.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a webhook brings: {@code {"signals": [...]}} with the fields of {@code outrider.type.v1.Signal}, or {@code
 * {"contactEvents": [...]}} with those of {@code RecordContactEventRequest} and a {@code dedupeKey}; each in camelCase or
 * snake_case, enums with or without their prefix. An unknown field is refused.
 */
sealed interface HookBody {

    /** What happened at accounts. */
    record Signals(IngestSignalsRequest request) implements HookBody {}

    /** What became of contacts. Each has its dedupe key as request id. */
    record ContactEvents(List<RecordContactEventRequest> reports) implements HookBody {}

    ObjectMapper JSON = new ObjectMapper();
    String SIGNALS = "signals";
    String CONTACT_EVENTS = "contactEvents";

    /** @throws InvalidField that names the index of what is wrong */
    static HookBody read(byte[] body, String source, String webhookId) {
        var root = root(body);
        return root.has(SIGNALS)
                ? new Signals(signals(root.get(SIGNALS), source, webhookId))
                : new ContactEvents(contactEvents(root.get(CONTACT_EVENTS), source, webhookId));
    }

    private static IngestSignalsRequest signals(JsonNode list, String source, String webhookId) {
        var request = IngestSignalsRequest.newBuilder()
                .setRequestId("hook:" + source + ":" + Sha256.hex(webhookId).substring(0, 48));
        for (int i = 0; i < list.size(); i++) {
            var prefixes = Map.of("type", "SIGNAL_TYPE_", "party", "PARTY_");
            var signal = merged(list.get(i), Signal.newBuilder(), prefixes, SIGNALS + "[" + i + "]");
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

    private static List<RecordContactEventRequest> contactEvents(JsonNode list, String source, String webhookId) {
        List<RecordContactEventRequest> reports = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var path = CONTACT_EVENTS + "[" + i + "]";
            var key = list.get(i) instanceof ObjectNode object ? dedupeKey(object, path) : "";
            var report = merged(
                    list.get(i), RecordContactEventRequest.newBuilder(), Map.of("event", "CONTACT_EVENT_"), path);
            report.setRequestId(source + ":" + (key.isEmpty() ? webhookId + ":" + i : key));
            if (report.getSource().isEmpty()) {
                report.setSource(source);
            }
            reports.add(report.build());
        }
        return reports;
    }

    /** Takes the key out: what is left has the fields of the message. */
    private static String dedupeKey(ObjectNode object, String path) {
        if (object.has("requestId") || object.has("request_id")) {
            throw new InvalidField(path, "has a request id; name its key dedupeKey");
        }
        var camel = object.remove("dedupeKey");
        var snake = object.remove("dedupe_key");
        var key = camel == null ? snake : camel;
        if (key != null && !key.isTextual()) {
            throw new InvalidField(path + ".dedupe_key", "must be text");
        }
        return key == null ? "" : key.asText();
    }

    private static JsonNode root(byte[] body) {
        try {
            var root = JSON.readTree(body);
            if (root == null
                    || !root.isObject()
                    || root.size() != 1
                    || !root.path(SIGNALS).isArray()
                            && !root.path(CONTACT_EVENTS).isArray()) {
                throw new InvalidField("body", "must have one field, a list: signals or contactEvents");
            }
            return root;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InvalidField(
                    "body", "is no JSON, line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new InvalidField("body", "is no JSON");
        }
    }

    /** @param prefixes of the values of enums, by field; callers may leave them out */
    private static <B extends Message.Builder> B merged(
            JsonNode node, B message, Map<String, String> prefixes, String path) {
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidField(path, "must be an object");
        }
        prefixes.forEach((name, prefix) -> {
            var value = object.path(name).asText("");
            if (!value.isEmpty() && !value.startsWith(prefix)) {
                object.put(name, prefix + value);
            }
        });
        try {
            JsonFormat.parser().merge(object.toString(), message);
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidField(path, "is not understood: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
