package io.outrider.review.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes the texts of a JSON document, and nothing else of it. */
final class JsonTexts {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonTexts() {}

    /**
     * Empty where no text is another then.
     *
     * @param json that was parsed before
     */
    static Optional<byte[]> change(byte[] json, UnaryOperator<String> change) {
        try {
            var before = MAPPER.readTree(json);
            var after = changed(before.deepCopy(), change);
            return after.equals(before) ? Optional.empty() : Optional.of(MAPPER.writeValueAsBytes(after));
        } catch (IOException e) {
            throw new IllegalStateException("A stored payload cannot be read", e);
        }
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
        switch (node) {
            case TextNode text -> {
                return TextNode.valueOf(change.apply(text.textValue()));
            }
            case ObjectNode object ->
                object.properties().forEach(field -> field.setValue(changed(field.getValue(), change)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, changed(array.get(i), change));
                }
            }
            default -> {}
        }
        return node;
    }
}
