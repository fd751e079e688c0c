package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One chat request.
 *
 * @param prompt what the user messages say
 * @param chars the length of all messages
 * @param format {@code response_format}, or a missing node
 */
record ChatRequest(String model, String prompt, int chars, JsonNode format) {

    /**
     * @throws Refusal if it has no model or no messages
     */
    static ChatRequest of(JsonNode json) {
        var model = json.path("model").asText("");
        if (model.isEmpty()) {
            throw new Refusal("you must provide a model parameter", "model");
        }
        var messages = json.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new Refusal("Missing required parameter: 'messages'.", "messages");
        }
        if (json.path("stream").asBoolean(false)) {
            throw new Refusal("The sandbox does not stream.", "stream");
        }
        var prompt = new StringBuilder();
        int chars = 0;
        for (var message : messages) {
            var text = text(message.path("content"));
            chars += text.length();
            if (message.path("role").asText().equals("user")) {
                prompt.append(text).append('\n');
            }
        }
        return new ChatRequest(model, prompt.toString(), chars, json.path("response_format"));
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        var all = new StringBuilder();
        content.forEach(part -> all.append(part.path("text").asText("")).append('\n'));
        return all.toString();
    }
}
