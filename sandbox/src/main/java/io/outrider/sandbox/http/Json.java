package io.outrider.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reading and writing JSON. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().findAndAddModules().build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * @throws BadJson if the bytes are not JSON
     */
    public static JsonNode read(Buffer body) {
        try {
            return MAPPER.readTree(body.getBytes());
        } catch (IOException e) {
            throw new BadJson("The body is not valid JSON");
        }
    }

    /**
     * @throws BadJson if the body is not a JSON object
     */
    public static ObjectNode readObject(Buffer body) {
        if (read(body) instanceof ObjectNode object) {
            return object;
        }
        throw new BadJson("The body is not a JSON object");
    }

    /**
     * @throws BadJson if the value cannot be read as that type
     */
    public static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BadJson(e instanceof JsonProcessingException j ? j.getOriginalMessage() : "Unreadable value");
        }
    }

    public static Buffer write(Object value) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reply reply(int status, Object value) {
        return Reply.of(status, "application/json", write(value));
    }
}
