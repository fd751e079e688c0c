package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts sentences into a message, each with what carries it. */
final class Letter {

    private final ArrayNode sentences;
    private int paragraph;

    Letter(ArrayNode sentences) {
        this.sentences = sentences;
    }

    void paragraph() {
        paragraph++;
    }

    void opinion(String text) {
        add(text, true);
    }

    void stated(String text, Fact fact) {
        add(text, false).withArray("factIds").add(fact.id());
    }

    void proven(Fence proof) {
        add(proof.text(), false).withArray("proofPointIds").add(proof.id());
    }

    private ObjectNode add(String text, boolean opinion) {
        var sentence = sentences
                .addObject()
                .put("text", text)
                .put("paragraph", paragraph)
                .put("opinion", opinion);
        sentence.putArray("factIds");
        sentence.putArray("proofPointIds");
        return sentence;
    }
}
