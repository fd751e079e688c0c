package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Outcome;

/**
 * What came of a mail.
 *
 * @param code the server's own (RFC 5321); 0 where it gave none
 */
public record MailReply(Outcome outcome, int code) {

    static MailReply of(Outcome outcome) {
        return new MailReply(outcome, 0);
    }
}
