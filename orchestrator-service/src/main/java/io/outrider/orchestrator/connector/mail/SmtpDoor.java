package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Deadline;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Window;
import io.quarkus.logging.Log;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Sends over the network. Connecting and sending are two steps, because only the second can have sent it. */
public final class SmtpDoor implements MailDoor {

    /** Greylisting servers want some minutes. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public MailReply send(MailServer server, Session session, MimeMessage mail) {
        var transport = transport(session);
        try {
            transport.connect(server.host(), server.port(), orNull(server.user()), orNull(server.password()));
            return stopped().map(MailReply::of).orElseGet(() -> transmit(transport, mail));
        } catch (AuthenticationFailedException e) {
            return unconnected(transport, hasHungUp(transport) ? unspoken() : unwelcome());
        } catch (MailConnectException e) {
            return MailReply.of(new Outcome.Busy(SOON, "no connection to the mail server"));
        } catch (MessagingException e) {
            Log.debugf(e, "The mail server was reached, but not spoken with");
            return unconnected(transport, unspoken());
        } finally {
            hangUp(transport);
        }
    }

    /** A server that is too busy may say so before it lets anybody in. */
    private static MailReply unconnected(SMTPTransport transport, Outcome otherwise) {
        var code = transport.getLastReturnCode();
        return stopped()
                .map(MailReply::of)
                .orElseGet(() -> code / 100 == 4 ? refused(code) : new MailReply(otherwise, Math.max(code, 0)));
    }

    /** The library takes a connection that breaks in a login for a wrong password. */
    private static boolean hasHungUp(SMTPTransport transport) {
        return transport.getLastReturnCode() < 0;
    }

    private static Outcome unwelcome() {
        return new Outcome.Refused("the mail server does not accept the user and password");
    }

    private static Outcome unspoken() {
        return new Outcome.Busy(SOON, "no conversation with the mail server: TLS failed, or the connection broke");
    }

    private static SMTPTransport transport(Session session) {
        try {
            return (SMTPTransport) session.getTransport("smtp");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("The mail library has SMTP", e);
        }
    }

    /** How the conversation ends says nothing about the mail: that was answered before. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            Log.debugf(e, "The mail server did not say goodbye");
        }
    }

    /** Why nothing may be sent any more. */
    private static Optional<Outcome> stopped() {
        if (Window.isOver()) {
            return Optional.of(new Outcome.Busy(SOON, Window.OVER));
        }
        return Deadline.within(SOON).isZero() ? Optional.of(new Outcome.Busy(SOON, Deadline.OVER)) : Optional.empty();
    }

    private static MailReply transmit(Transport transport, MimeMessage mail) {
        try {
            var id = mail.getMessageID();
            transport.sendMessage(mail, mail.getAllRecipients());
            return MailReply.of(new Outcome.Done(id, "accepted by the mail server"));
        } catch (SendFailedException e) {
            return refused(replyCode(e));
        } catch (MessagingException e) {
            return MailReply.of(new Outcome.Unknown("the connection to the mail server broke"));
        }
    }

    /** RFC 5321: 4yz may be tried again, 5yz may not. Anything else is no reply at all. */
    private static MailReply refused(int code) {
        var outcome = switch (code / 100) {
            case 4 -> new Outcome.Busy(LATER, "the mail server answered " + code);
            case 5 -> new Outcome.Refused("the mail server answered " + code);
            default -> new Outcome.Unknown("the mail server gave no clear answer");
        };
        return new MailReply(outcome, code);
    }

    /** The recipient's own code where the server gave one, else the command's. 0 for none. */
    private static int replyCode(SendFailedException failure) {
        var code = failure instanceof SMTPSendFailedException e ? e.getReturnCode() : 0;
        for (@Nullable Exception next = failure.getNextException();
                next instanceof MessagingException inner;
                next = inner.getNextException()) {
            if (inner instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
        }
        return code;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
