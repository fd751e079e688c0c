package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import jakarta.mail.Session;
import java.time.InstantSource;

/** Sends one mail to one person. */
public final class SmtpMail implements Connector {

    private final MailDoor door;
    private final MailServer server;
    private final InstantSource clock;

    public SmtpMail(MailDoor door, MailServer server, InstantSource clock) {
        this.door = door;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Outcome execute(Effect effect) {
        var session = Session.getInstance(server.properties());
        try {
            var payload = Json.readObject(effect.payload(), "the payload");
            var mail = new MailDraft(server)
                    .compose(session, payload, effect.workspace(), effect.idempotencyKey(), clock.instant());
            return door.send(server, session, mail).outcome();
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
    }
}
