package io.outrider.orchestrator.connector.mail;

import java.util.Properties;

/**
 * Where mail goes out.
 *
 * @param user empty for none
 * @param from the sender's address
 * @param unsubscribeUrl with {id} for the message
 */
public record MailServer(
        String host, int port, String user, String password, String from, boolean requireTls, String unsubscribeUrl) {

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
}
