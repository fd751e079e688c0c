package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.mail.MailDoor;
import io.outrider.orchestrator.connector.mail.MailServer;
import io.outrider.orchestrator.connector.mail.MeteredMailDoor;
import io.outrider.orchestrator.connector.mail.Security;
import io.outrider.orchestrator.connector.mail.SmtpMail;
import io.outrider.orchestrator.connector.webhook.SignedWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the connectors that belong to no one vendor: webhooks and mail. */
@ApplicationScoped
class Others {

    private final WebhookConfig webhook;
    private final SmtpConfig smtp;
    private final Unsubscribing unsubscribing;
    private final Clock clock;

    Others(WebhookConfig webhook, SmtpConfig smtp, Unsubscribing unsubscribing, Clock clock) {
        if (smtp.perMinute() < 1) {
            throw new IllegalArgumentException("outrider.smtp.per-minute must be 1 or more");
        }
        this.webhook = webhook;
        this.smtp = smtp;
        this.unsubscribing = unsubscribing;
        this.clock = clock;
    }

    Optional<URI> webhookUrl() {
        return webhook.url();
    }

    Connector webhook(HttpDoor door, Judge judge) {
        if (webhook.url().isEmpty() || webhook.secret().isEmpty()) {
            return new NotConfigured("webhook", "OUTRIDER_WEBHOOK_URL or OUTRIDER_WEBHOOK_SECRET");
        }
        return new SignedWebhook(door, webhook.url().get(), webhook.secret().get(), clock, judge);
    }

    /** Mail servers count by user: those who share one share its limit, whatever port they use. */
    Carrier mail(MailDoor door, Limits limits) {
        var limit =
                Carrier.limit("smtp", smtp.host().orElse("") + " " + smtp.user().orElse(""));
        var metered = new MeteredMailDoor(door, limit, limits, clock);
        return new Carrier(mail(metered), limit, OptionalInt.of(smtp.perMinute()));
    }

    private Connector mail(MailDoor door) {
        if (smtp.host().isEmpty()
                || smtp.from().isEmpty()
                || smtp.unsubscribeUrl().isEmpty()) {
            return new NotConfigured("smtp", "OUTRIDER_SMTP_HOST, _FROM or _UNSUBSCRIBE_URL");
        }
        if (smtp.security() == Security.PLAIN && smtp.user().isPresent()) {
            return new NotConfigured("smtp", "OUTRIDER_SMTP_SECURITY to starttls or tls, which a password needs,");
        }
        var links = unsubscribing.links();
        if (links.isEmpty() && smtp.unsubscribeUrl().get().contains("{token}")) {
            return new NotConfigured("smtp", "OUTRIDER_SMTP_UNSUBSCRIBE_SECRET");
        }
        var server = new MailServer(
                smtp.host().get(),
                smtp.port().orElse(smtp.security().port()),
                smtp.user().orElse(""),
                smtp.password().orElse(""),
                smtp.from().get(),
                smtp.security(),
                new MailServer.Unsubscribe(smtp.unsubscribeUrl().get(), links.orElse(null)));
        return new SmtpMail(door, server, clock);
    }
}
