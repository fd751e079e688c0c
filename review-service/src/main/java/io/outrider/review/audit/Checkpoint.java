package io.outrider.review.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * The end of a chain at one moment.
 *
 * @param count how many events the chain had
 * @param hash lower-case hex, of the last one
 * @param time cut to microseconds
 */
public record Checkpoint(String workspace, long count, String hash, Instant time) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public Checkpoint {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is signed: two checkpoints that say the same have the same text. */
    public String text() {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(
                    Map.of("workspace", workspace, "count", count, "hash", hash, "time", time.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
