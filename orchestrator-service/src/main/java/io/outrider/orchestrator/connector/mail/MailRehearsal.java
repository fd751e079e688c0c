package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Call;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps every mail, byte for byte, and connects to nobody. For one rehearsal and one thread. */
public final class MailRehearsal implements MailDoor {

    private final List<Call> mails = new ArrayList<>();

    /** As calls of the method SMTP, with the whole mail as their body. */
    public List<Call> mails() {
        return List.copyOf(mails);
    }

    @Override
    public MailReply send(MailServer server, Session session, MimeMessage mail) {
        var bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
            var address = URI.create("smtp://" + server.host() + ":" + server.port());
            mails.add(new Call("SMTP", address, Map.of(), bytes.toByteArray(), true));
            return MailReply.of(new Outcome.Done(mail.getMessageID(), "composed"));
        } catch (IOException | MessagingException e) {
            return MailReply.of(new Outcome.Refused("the mail cannot be written: " + e.getMessage()));
        }
    }
}
