package io.outrider.orchestrator.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.Judge;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final URI URL = URI.create("https://hooks.acme.example/outrider");

    private final List<Call> sent = new ArrayList<>();

    @Test
    void sendsThePayloadAsItIsAndSignsIt() {
        var payload = "{\"event\": \"qualified\",  \"name\": \"Müller\"}".getBytes(StandardCharsets.UTF_8);

        var outcome = webhook(SECRET, 204).execute(effect(payload));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        var call = sent.getFirst();
        assertThat(call.body()).isEqualTo(payload);
        assertThat(call.headers()).containsEntry("webhook-id", "key-1");
        var headers = Map.of(
                "webhook-id", List.of(call.headers().get("webhook-id")),
                "webhook-timestamp", List.of(call.headers().get("webhook-timestamp")),
                "webhook-signature", List.of(call.headers().get("webhook-signature")));
        assertThatCode(() -> new Webhook(SECRET).verify(new String(payload, StandardCharsets.UTF_8), headers))
                .doesNotThrowAnyException();
    }

    @Test
    void takesNoForAnAnswerAndDoesNotKnowAfterAnError() {
        assertThat(webhook(SECRET, 410).execute(effect(new byte[] {'{', '}'}))).isInstanceOf(Outcome.Refused.class);
        assertThat(webhook(SECRET, 500).execute(effect(new byte[] {'{', '}'}))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void sendsNothingThatItCannotSignOrRead() {
        assertThat(webhook("whsec_%%%", 200).execute(effect(new byte[] {'{', '}'})))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(webhook(SECRET, 200).execute(effect(new byte[] {'x'}))).isInstanceOf(Outcome.Refused.class);
        assertThat(sent).isEmpty();
    }

    private SignedWebhook webhook(String secret, int status) {
        var clock = Clock.systemUTC();
        return new SignedWebhook(
                call -> {
                    sent.add(call);
                    return new Answer.Complete(status, Map.of(), new byte[0]);
                },
                URL,
                secret,
                clock,
                new Judge(clock));
    }

    private static Effect effect(byte[] payload) {
        return new Effect("webhook.post", payload, "key-1", "ws", "grt_1");
    }
}
