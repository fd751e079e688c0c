package io.outrider.review.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.kit.id.Ids;
import io.outrider.review.fixture.SlackTwin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Slack's side of a pressed button. */
final class SlackCalls implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gate;
    private final URI slack;

    SlackCalls(URI gate, URI slack) {
        this.gate = gate;
        this.slack = slack;
    }

    String body(String user, String action, String field, Object value) throws JsonProcessingException {
        var payload = Map.of(
                "type", "block_actions",
                "trigger_id", Ids.next("t"),
                "user", Map.of("id", user),
                "actions", List.of(Map.of("action_id", action, field, value)),
                "response_url", slack + "/slack/actions/T000/1/a");
        return "payload=" + URLEncoder.encode(JSON.writeValueAsString(payload), StandardCharsets.UTF_8);
    }

    /** Signed, as Slack does it. */
    int press(String user, String action, String value) throws IOException, InterruptedException {
        return signed(body(user, action, "value", value));
    }

    int choose(String user, String action, String value) throws IOException, InterruptedException {
        return signed(body(user, action, "selected_option", Map.of("value", value)));
    }

    private int signed(String body) throws IOException, InterruptedException {
        var now = String.valueOf(Instant.now().getEpochSecond());
        return send(body, now, SlackSignature.of(SlackTwin.SECRET, now, body.getBytes(StandardCharsets.UTF_8)));
    }

    int send(String body, String timestamp, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gate.resolve("/slack/interactions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
