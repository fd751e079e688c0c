package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;

/**
 * A schema that was accepted, ready for use.
 *
 * @param validator throws nothing; returns what is wrong
 */
record AnswerSchema(JsonNode root, JsonSchema validator) {

    boolean asks(String property) {
        return root.path("properties").has(property);
    }

    boolean accepts(JsonNode answer) {
        return validator.validate(answer).isEmpty();
    }
}
