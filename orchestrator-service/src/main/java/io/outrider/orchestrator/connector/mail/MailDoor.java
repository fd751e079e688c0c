package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Outcome;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The way out for mail. Blocks; never throws for what the network or the server does. */
public interface MailDoor {

    Outcome send(MailServer server, Session session, MimeMessage mail);
}
