package io.outrider.orchestrator.connector.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/** The mail that a payload asks for: {"to", "subject", "body", "fromName"}, as plain text. */
final class MailDraft {

    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,250}");
    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^A-Za-z0-9._-]");

    private final MailServer server;

    MailDraft(MailServer server) {
        this.server = server;
    }

    /**
     * @param workspace whose mail it is
     * @param id the same whenever the same mail is made: mail servers know a repeat by it
     * @throws NotUnderstood where the payload is no mail to one person
     */
    MimeMessage compose(Session session, ObjectNode payload, String workspace, String id, Instant now) {
        try {
            var mail = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", messageId(id));
                }
            };
            mail.setFrom(new InternetAddress(server.from(), line(payload, "fromName"), "UTF-8"));
            var to = recipient(payload);
            mail.setRecipient(Message.RecipientType.TO, to);
            mail.setSubject(required(payload, "subject"), "UTF-8");
            mail.setText(Json.text(payload, "/body", "the payload"), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(now));
            mail.setHeader("List-Unsubscribe", "<" + server.unsubscribe().of(id, workspace, to.getAddress()) + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            mail.saveChanges();
            return mail;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new NotUnderstood("no mail can be made of the payload: " + e.getMessage());
        }
    }

    private String messageId(String id) {
        return "<" + NOT_IN_AN_ID.matcher(id).replaceAll("-")
                + server.from().substring(server.from().indexOf('@')) + ">";
    }

    private static InternetAddress recipient(ObjectNode payload) throws AddressException {
        var address = new InternetAddress(required(payload, "to"), true);
        if (address.getAddress().indexOf('@') < 0 || address.isGroup()) {
            throw new AddressException("it must name one address");
        }
        return address;
    }

    private static String required(ObjectNode payload, String field) {
        Json.text(payload, "/" + field, "the payload");
        return line(payload, field);
    }

    /** Header lines end where they end: nothing in them begins another. */
    private static String line(ObjectNode payload, String field) {
        var text = payload.path(field).asText("");
        if (!text.isEmpty() && !LINE.matcher(text).matches()) {
            throw new NotUnderstood("the payload's " + field + " is too long, or has control characters");
        }
        return text;
    }
}
