package io.outrider.orchestrator.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as trees: the shapes are other people's and carry more than we use. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ObjectNode object(Map<String, String> texts) {
        var object = object();
        texts.forEach(object::put);
        return object;
    }

    /**
     * @param what for the message, for example "the payload"
     * @throws NotUnderstood where the bytes are not one JSON object
     */
    public static ObjectNode readObject(byte[] bytes, String what) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new NotUnderstood(what + " is not JSON");
        }
        throw new NotUnderstood(what + " is not a JSON object");
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NotUnderstood where the text at the pointer is missing or empty */
    public static String text(JsonNode node, String pointer, String what) {
        var value = node.at(pointer).asText("");
        if (value.isBlank()) {
            throw new NotUnderstood(what + " has no " + pointer.substring(1).replace('/', '.'));
        }
        return value;
    }

    /** Those of the fields that hold a text. */
    public static Map<String, String> texts(JsonNode node, Collection<String> fields) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var text = node.path(field).asText("");
            if (!text.isEmpty()) {
                texts.put(field, text);
            }
        }
        return texts;
    }

    /** @throws NotUnderstood where the field is no list */
    public static List<JsonNode> list(JsonNode node, String field, String what) {
        if (node.path(field) instanceof ArrayNode list) {
            return list.valueStream().toList();
        }
        throw new NotUnderstood(what + " has no " + field);
    }
}
