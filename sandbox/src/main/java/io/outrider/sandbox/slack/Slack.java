package io.outrider.sandbox.slack;

import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;

/**
 * An incoming webhook, and the address that a pressed button's answer goes to: answers {@code ok}, or Slack's own words for
 * what is wrong. Like Slack it knows no repeats.
 */
public final class Slack implements Endpoint {

    private static final String WEBHOOK = "/slack/services/[^/]+/[^/]+/[^/]+";
    private static final String ANSWER = "/slack/actions/[^/]+/[^/]+/[^/]+";

    @Override
    public Reply answer(Request request) {
        var answersButton = request.path().matches(ANSWER);
        if (!answersButton && !request.path().matches(WEBHOOK)) {
            return Reply.text(404, "no_service");
        }
        try {
            var message = Json.readObject(request.body());
            if (!BlockRules.hold(message)) {
                return Reply.text(400, "invalid_blocks");
            }
            if (message.path("text").asText("").isBlank()
                    && message.path("blocks").isEmpty()) {
                return Reply.text(400, "no_text");
            }
        } catch (BadJson e) {
            return Reply.text(400, "invalid_payload");
        }
        return answersButton ? Reply.text(200, "ok") : Reply.text(200, "ok").reaching("");
    }
}
