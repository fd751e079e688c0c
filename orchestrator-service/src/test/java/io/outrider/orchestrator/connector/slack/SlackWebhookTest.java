package io.outrider.orchestrator.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWebhookTest {

    private final List<Call> calls = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"%s\"}",
                "{\"text\":\"a\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}]}"
            })
    void staysBelowWhatSlackTakesInASection(String payload) {
        var bytes = payload.formatted("R&D ".repeat(1_000)).getBytes(StandardCharsets.UTF_8);

        new SlackWebhook(this::send, URI.create("https://hooks.example/x"), new Judge(Clock.systemUTC()))
                .execute(new Effect("slack.message.post", bytes, "key", "ws", "grt_1"));

        var section = Json.readObject(calls.getFirst().body(), "the call").at("/blocks/0/text/text");
        assertThat(section.asText())
                .hasSizeLessThanOrEqualTo(3_000)
                .startsWith("R&amp;D")
                .endsWith("\u2026");
    }

    private Answer send(Call call) {
        calls.add(call);
        return new Answer.Complete(200, Map.of(), "ok".getBytes(StandardCharsets.UTF_8));
    }
}
