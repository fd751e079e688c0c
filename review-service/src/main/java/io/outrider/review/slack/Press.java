package io.outrider.review.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.kit.error.InvalidField;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Somebody pressed a button, or chose an option, of one of our messages.
 *
 * @param user Slack's id of the person
 * @param value what the button or the chosen option carries
 * @param answerTo where the message can be changed from
 */
record Press(String user, String action, String value, URI answerTo) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "payload=";

    /** @param body a form with the one field "payload" */
    static Press parse(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!text.startsWith(FIELD)) {
            throw new InvalidField("payload", "must be given");
        }
        try {
            var json = JSON.readTree(URLDecoder.decode(text.substring(FIELD.length()), StandardCharsets.UTF_8));
            var action = json.path("actions").path(0);
            var chosen = action.path("selected_option").path("value").asText("");
            return new Press(
                    json.path("user").path("id").asText(""),
                    action.path("action_id").asText(""),
                    chosen.isEmpty() ? action.path("value").asText("") : chosen,
                    URI.create(json.path("response_url").asText("")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new InvalidField("payload", "is not one of Slack's");
        }
    }
}
