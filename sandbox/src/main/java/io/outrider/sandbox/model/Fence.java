package io.outrider.sandbox.model;

import java.util.Map;

/** One fenced piece of data in a prompt: {@code <fact id="clm_1">...</fact>}. */
record Fence(String tag, Map<String, String> attributes, String text) {

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    String id() {
        return attribute("id");
    }
}
