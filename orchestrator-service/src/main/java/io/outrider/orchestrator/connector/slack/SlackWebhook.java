package io.outrider.orchestrator.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.net.URI;

/** Posts a message through an incoming webhook. The webhook's address is a secret and decides the workspace. */
public final class SlackWebhook implements Connector {

    /** Slack refuses a section that has more, and cuts the text beside the blocks by itself. */
    private static final int LONGEST_SECTION = 3_000;

    private final HttpDoor door;
    private final URI webhook;
    private final Judge judge;

    public SlackWebhook(HttpDoor door, URI webhook, Judge judge) {
        this.door = door;
        this.webhook = webhook;
        this.judge = judge;
    }

    @Override
    public String name() {
        return "slack";
    }

    /** Of {"channel", "text", "blocks"}. */
    @Override
    public Outcome execute(Effect effect) {
        byte[] body;
        try {
            body = Json.write(message(Json.readObject(effect.payload(), "the payload")));
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
        var call = Call.write("POST", webhook, body, effect.idempotencyKey())
                .with("Content-Type", "application/json; charset=utf-8");
        return judge.ofWrite(door.send(call), whole -> {
            if (!whole.text().strip().equals("ok")) {
                throw new NotUnderstood("Slack did not say ok");
            }
            return new Outcome.Done("", "posted");
        });
    }

    /** The text stands for the blocks in notifications, and as the one block where there are none. */
    private static ObjectNode message(ObjectNode payload) {
        var text = SlackText.defused(Json.text(payload, "/text", "the payload"));
        var message = Json.object().put("text", text);
        var channel = payload.path("channel").asText("");
        if (!channel.isBlank()) {
            message.put("channel", channel);
        }
        var blocks = payload.path("blocks");
        if (blocks instanceof ArrayNode composed && !composed.isEmpty()) {
            message.set("blocks", defused(composed.deepCopy()));
        } else {
            section(message.putArray("blocks"), SlackText.cut(text, LONGEST_SECTION));
        }
        return message;
    }

    private static void section(ArrayNode blocks, String text) {
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", text);
    }

    private static JsonNode defused(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("mrkdwn")
                && object.path("text").isTextual()) {
            object.put(
                    "text", SlackText.cut(SlackText.defused(object.path("text").asText()), LONGEST_SECTION));
        }
        node.forEach(SlackWebhook::defused);
        return node;
    }
}
