package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Limits;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Tells whoever keeps the limits when the mail server wants fewer mails. It does not say for how long, and not whether of this
 * recipient or of all: a submission server that says so to a recipient mostly means its user.
 */
public final class MeteredMailDoor implements MailDoor {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Service not available, mailbox busy, error in processing, no storage: RFC 5321's words for "try later". */
    private static final Set<Integer> LATER = Set.of(421, 450, 451, 452);

    private final MailDoor door;
    private final String limit;
    private final Limits limits;
    private final InstantSource clock;

    public MeteredMailDoor(MailDoor door, String limit, Limits limits, InstantSource clock) {
        this.door = door;
        this.limit = limit;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public MailReply send(MailServer server, Session session, MimeMessage mail) {
        var reply = door.send(server, session, mail);
        if (LATER.contains(reply.code())) {
            limits.close(limit, clock.instant().plus(PAUSE));
        }
        return reply;
    }
}
