package io.outrider.sandbox.slack;

import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;

/** An incoming webhook: answers {@code ok}, or Slack's own words for what is wrong. Like Slack it knows no repeats. */
public final class Slack implements Endpoint {

    private static final int MAX_BLOCKS = 50;

    @Override
    public Reply answer(Request request) {
        if (!request.path().matches("/slack/services/[^/]+/[^/]+/[^/]+")) {
            return Reply.text(404, "no_service");
        }
        try {
            var message = Json.readObject(request.body());
            var blocks = message.path("blocks");
            if (blocks.size() > MAX_BLOCKS || (message.has("blocks") && !blocks.isArray())) {
                return Reply.text(400, "invalid_blocks");
            }
            if (message.path("text").asText("").isBlank() && blocks.isEmpty()) {
                return Reply.text(400, "no_text");
            }
        } catch (BadJson e) {
            return Reply.text(400, "invalid_payload");
        }
        return Reply.text(200, "ok").reaching("");
    }
}
