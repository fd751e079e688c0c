package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.mail.UnsubscribeLinks.Whom;
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
        String host, int port, String user, String password, String from, boolean requireTls, Unsubscribe unsubscribe) {

    private static final String TIMEOUT_MS = "20000";

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(requireTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
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
