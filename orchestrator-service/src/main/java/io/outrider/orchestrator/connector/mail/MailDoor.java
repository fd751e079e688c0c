package io.outrider.orchestrator.connector.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The way out for mail. Blocks; never throws for what the network or the server does. */
public interface MailDoor {

    MailReply send(MailServer server, Session session, MimeMessage mail);
}
