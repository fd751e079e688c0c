package io.outrider.orchestrator.rest.agents;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.outrider.kit.error.Failure;
import io.outrider.kit.net.HostOverrides;
import io.outrider.kit.net.PlatformDns;
import io.outrider.orchestrator.rest.agents.CallbackDoor.NotDelivered;
import io.outrider.orchestrator.rest.agents.CallbackTargets.Target;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Posts answers to callers, signed as Standard Webhooks asks. The id is the job's: a receiver can tell a repeat. */
@ApplicationScoped
class Deliveries {

    private final CallbackSecrets secrets;
    private final Clock clock;
    private final CallbackTargets targets;
    private final CallbackDoor door;

    Deliveries(CallbackSecrets secrets, CallbackConfig config, Vertx vertx, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
        var overrides = HostOverrides.parse(config.hostOverrides().orElse(List.of()));
        for (var override : overrides.overrides()) {
            Log.warnf(
                    "CALLBACK HOST OVERRIDE: %s is called at %s:%d by plain HTTP, past the address guard. For tests only.",
                    override.pattern(), override.host(), override.port());
        }
        this.targets = new CallbackTargets(new PlatformDns(), overrides);
        this.door = new CallbackDoor(vertx, config.deadline());
    }

    /** What came of one attempt. */
    sealed interface Sent {

        record Delivered() implements Sent {}

        /** @param forGood another attempt would end the same way */
        record Refused(String reason, boolean forGood) implements Sent {}
    }

    /** What the workspace's receivers verify with, as Standard Webhooks writes it. */
    String secret(String workspace) {
        return secrets.of(workspace);
    }

    /** @throws Failure where nothing may be posted there, or nothing can be signed */
    void check(String workspace, String callbackUrl) {
        secrets.of(workspace);
        targets.check(callbackUrl);
    }

    /** Blocks the calling virtual thread. */
    Sent post(AgentCall call, String callbackUrl, byte[] answer) {
        Target target;
        try {
            target = targets.check(callbackUrl);
        } catch (Failure e) {
            return new Sent.Refused(String.valueOf(e.getMessage()), !e.reason().equals(CallbackTargets.UNKNOWN_HOST));
        }
        try {
            var status = door.post(target, headers(call, answer), answer);
            if (status >= 200 && status < 300) {
                return new Sent.Delivered();
            }
            return new Sent.Refused("the receiver answered " + status, status == 410);
        } catch (NotDelivered e) {
            return new Sent.Refused(String.valueOf(e.getMessage()), false);
        }
    }

    private Map<String, String> headers(AgentCall call, byte[] answer) {
        var time = clock.instant().getEpochSecond();
        try {
            var signature = new Webhook(secrets.of(call.workspace()))
                    .sign(call.id(), time, new String(answer, StandardCharsets.UTF_8));
            return Map.of(
                    "Content-Type",
                    "application/json",
                    "User-Agent",
                    "outrider",
                    "webhook-id",
                    call.id(),
                    "webhook-timestamp",
                    Long.toString(time),
                    "webhook-signature",
                    signature);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        door.close();
    }
}
