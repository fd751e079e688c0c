package io.outrider.orchestrator.hook;

import io.outrider.kit.error.Failure;
import io.outrider.orchestrator.effect.door.ContactIntake;
import io.outrider.orchestrator.signal.Ingest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code POST /hooks/<source>}: signals and contact events from a system that signs what it sends. The same message sent
 * again changes nothing.
 */
@ApplicationScoped
class HookDoor {

    private static final long LARGEST_BODY = 256 * 1024;

    private final Map<String, HookSource> sources;
    private final Ingest ingest;
    private final ContactIntake contacts;
    private final Clock clock;

    HookDoor(HookConfig config, Ingest ingest, ContactIntake contacts, Clock clock) {
        this.sources = HookSource.parse(config.sources().orElse(List.of()));
        this.ingest = ingest;
        this.contacts = contacts;
        this.clock = clock;
    }

    void routes(@Observes Router router) {
        router.post("/hooks/:source")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::take);
    }

    private void take(RoutingContext call) {
        var source = sources.get(call.pathParam("source"));
        if (source == null) {
            problem(call, 404, "NOT_FOUND", "There is no such source");
            return;
        }
        var body = call.body().buffer() == null
                ? new byte[0]
                : call.body().buffer().getBytes();
        var id = header(call, "webhook-id");
        if (!Signature.holds(
                source.secret(),
                id,
                header(call, "webhook-timestamp"),
                body,
                header(call, "webhook-signature"),
                clock.instant())) {
            problem(call, 401, "UNAUTHENTICATED", "The signature or its time is not right");
            return;
        }
        try {
            take(source, HookBody.read(body, source.name(), id))
                    .subscribe()
                    .with(answer -> answer(call, 200, answer), failure -> failed(call, failure));
        } catch (Failure failure) {
            failed(call, failure);
        }
    }

    private Uni<JsonObject> take(HookSource source, HookBody body) {
        var by = "hook:" + source.name();
        return switch (body) {
            case HookBody.Signals(var request) ->
                ingest.run(source.workspace(), by, request)
                        .map(answer -> taken(answer.getAccepted(), answer.getDuplicates()));
            case HookBody.ContactEvents(var reports) ->
                contacts.take(source.workspace(), by, reports, HookBody.CONTACT_EVENTS)
                        .map(answer -> taken(answer.accepted(), answer.duplicates()));
        };
    }

    private static JsonObject taken(int accepted, int duplicates) {
        return new JsonObject().put("accepted", accepted).put("duplicates", duplicates);
    }

    private static void failed(RoutingContext call, Throwable thrown) {
        if (thrown instanceof Failure failure) {
            problem(call, status(failure.kind()), failure.reason(), String.valueOf(failure.getMessage()));
            return;
        }
        Log.error("Unexpected failure in a webhook", thrown);
        problem(call, 503, "UNAVAILABLE", "Try again");
    }

    private static int status(Failure.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case EXISTS, STATE, STALE -> 409;
            case EXHAUSTED -> 429;
            case NOT_BUILT -> 501;
            case UNAVAILABLE -> 503;
        };
    }

    private static String header(RoutingContext call, String name) {
        return Objects.requireNonNullElse(call.request().getHeader(name), "");
    }

    private static void problem(RoutingContext call, int status, String reason, String detail) {
        answer(
                call,
                status,
                new JsonObject().put("status", status).put("reason", reason).put("detail", detail));
    }

    private static void answer(RoutingContext call, int status, JsonObject body) {
        if (!call.response().ended()) {
            call.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", status == 200 ? "application/json" : "application/problem+json")
                    .end(body.encode());
        }
    }
}
