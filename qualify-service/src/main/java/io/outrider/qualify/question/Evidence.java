package io.outrider.qualify.question;

import io.outrider.qualify.fact.Facts;
import java.time.Instant;
import java.util.Map;

/**
 * All that an answer may rest on.
 *
 * @param domain the account
 * @param attributes the caller's own columns
 * @param deadline after this no model is asked any more
 */
public record Evidence(String domain, Facts facts, Map<String, String> attributes, Instant deadline) {

    public Evidence {
        attributes = Map.copyOf(attributes);
    }
}
