package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.mail.UnsubscribeLinks.Whom;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mail goes out.
 *
 * @param user empty for none
 * @param from the sender's address
 * @param unsubscribe where a click unsubscribes
 */
public record MailServer(
        String host, int port, String user, String password, String from, Security security, Unsubscribe unsubscribe) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Three times that: to connect, to write, and to be answered. */
    private static final Duration LONGEST = TIMEOUT.multipliedBy(3);

    /** As the mail library wants them, for one conversation that begins now. */
    Properties properties() {
        var timeoutMs = Long.toString(TIMEOUT.toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", timeoutMs);
        properties.setProperty("mail.smtp.timeout", timeoutMs);
        properties.setProperty("mail.smtp.writetimeout", timeoutMs);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        TimedSockets.within(LONGEST).ifPresent(sockets -> {
            properties.put("mail.smtp.socketFactory", sockets);
            properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        });
        return properties;
    }

    /**
     * @param url with {id} for the message, or {token} for whom it went to
     * @param links null where the url has no token
     */
    public record Unsubscribe(String url, @Nullable UnsubscribeLinks links) {

        String of(String messageId, String workspace, String recipient) {
            var named = url.replace("{id}", JsonApi.encoded(messageId));
            return links == null
                    ? named
                    : named.replace("{token}", links.token(new Whom(workspace, recipient.toLowerCase(Locale.ROOT))));
        }
    }
}
