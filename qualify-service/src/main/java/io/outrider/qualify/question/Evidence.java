package io.outrider.qualify.question;

import io.outrider.kit.security.Turn;
import io.outrider.qualify.fact.Facts;
import java.util.Map;

/**
 * All that an answer may rest on.
 *
 * @param domain the account
 * @param attributes the caller's own columns
 * @param turn in which a model is asked
 */
public record Evidence(String domain, Facts facts, Map<String, String> attributes, Turn turn) {

    public Evidence {
        attributes = Map.copyOf(attributes);
    }
}
