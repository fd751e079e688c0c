package io.outrider.orchestrator.effect.door;

import io.outrider.orchestrator.connector.Unsubscribing;
import io.outrider.orchestrator.connector.mail.UnsubscribeLinks.Whom;
import io.outrider.orchestrator.effect.door.ContactEvents.Happened;
import io.outrider.orchestrator.v1.ContactEvent;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /unsubscribe/<token>}: the link in every mail. A mail program posts to it at one click (RFC 8058); a person who opens
 * it sees a button that does. Opening it alone changes nothing: programs that look for malware open every link.
 */
@ApplicationScoped
class UnsubscribeDoor {

    private static final long LARGEST_BODY = 4 * 1024;
    private static final String SOURCE = "one-click unsubscribe";
    private static final String ASK = """
            <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">\
            <button>Send me no more mail</button></form>""";
    private static final String DONE = "<p>You will get no more mail from us.</p>";
    private static final String NOT_OURS = "<p>This link is not whole. Copy all of it from the mail.</p>";
    private static final String LATER = "<p>This did not work. Try again in a minute.</p>";

    private final Unsubscribing unsubscribing;
    private final ContactEvents events;
    private final Clock clock;

    UnsubscribeDoor(Unsubscribing unsubscribing, ContactEvents events, Clock clock) {
        this.unsubscribing = unsubscribing;
        this.events = events;
        this.clock = clock;
    }

    void routes(@Observes Router router) {
        router.get("/unsubscribe/:token")
                .handler(call ->
                        say(call, whom(call).isPresent() ? 200 : 404, whom(call).isPresent() ? ASK : NOT_OURS));
        router.post("/unsubscribe/:token")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::take);
    }

    private void take(RoutingContext call) {
        var whom = whom(call);
        if (whom.isEmpty()) {
            say(call, 404, NOT_OURS);
            return;
        }
        var happened = new Happened(
                whom.get().workspace(),
                whom.get().email(),
                ContactEvent.CONTACT_EVENT_OPTED_OUT,
                clock.instant(),
                SOURCE,
                SOURCE);
        events.record(happened).onSuccess(done -> say(call, 200, DONE)).onFailure(failure -> {
            Log.error("Somebody could not unsubscribe", failure);
            say(call, 503, LATER);
        });
    }

    private Optional<Whom> whom(RoutingContext call) {
        var token = Objects.requireNonNullElse(call.pathParam("token"), "");
        return unsubscribing.links().flatMap(links -> links.read(token));
    }

    private static void say(RoutingContext call, int status, String text) {
        if (!call.response().ended()) {
            call.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", "default-src 'none'; form-action 'self'")
                    .putHeader("Cache-Control", "no-store")
                    .end("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Unsubscribe</title>" + text);
        }
    }
}
