package io.outrider.review.queue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The exact bytes that a connector will act on, and what they say.
 *
 * @param sha256 lower-case hex
 */
public record Payload(byte[] bytes, String sha256, Map<String, Object> json) {

    static final int MOST_BYTES = 256 * 1024;

    private static final ObjectReader OBJECT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    /**
     * @param field the request's field, for the error
     * @throws InvalidField unless the bytes are one JSON object in UTF-8 of at most 256 KiB, no key twice
     */
    public static Payload parse(byte[] bytes, String field) {
        Check.that(bytes.length > 0, field, "must not be empty");
        Check.that(bytes.length <= MOST_BYTES, field, "must be at most 256 KiB");
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            Map<String, Object> json = OBJECT.readValue(text.toString());
            if (json == null) {
                throw new InvalidField(field, "must be a JSON object");
            }
            return new Payload(bytes, Sha256.hex(bytes), json);
        } catch (CharacterCodingException e) {
            throw new InvalidField(field, "must be UTF-8");
        } catch (IOException e) {
            throw new InvalidField(field, "must be one JSON object");
        }
    }
}
