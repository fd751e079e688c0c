package io.outrider.orchestrator.connector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * Posts the payload as it was granted, signed as Standard Webhooks asks. The id of the message is the effect's idempotency
 * key, so that a receiver who has seen it can tell.
 */
public final class SignedWebhook implements Connector {

    private final HttpDoor door;
    private final URI url;
    private final String secret;
    private final InstantSource clock;
    private final Judge judge;

    /** @param secret in Base64, with or without "whsec_" before it */
    public SignedWebhook(HttpDoor door, URI url, String secret, InstantSource clock, Judge judge) {
        this.door = door;
        this.url = url;
        this.secret = secret;
        this.clock = clock;
        this.judge = judge;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Outcome execute(Effect effect) {
        try {
            Json.readObject(effect.payload(), "the payload");
            return judge.ofWrite(
                    door.send(signed(effect)), whole -> new Outcome.Done("", "answered " + whole.status()));
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        } catch (WebhookSigningException | IllegalArgumentException e) {
            return new Outcome.Refused("the webhook cannot be signed: its secret is not usable");
        }
    }

    private Call signed(Effect effect) throws WebhookSigningException {
        var time = clock.instant().getEpochSecond();
        var body = new String(effect.payload(), StandardCharsets.UTF_8);
        return Call.write("POST", url, effect.payload(), effect.idempotencyKey())
                .with("Content-Type", "application/json")
                .with("webhook-id", effect.idempotencyKey())
                .with("webhook-timestamp", Long.toString(time))
                .with("webhook-signature", new Webhook(secret).sign(effect.idempotencyKey(), time, body));
    }
}
