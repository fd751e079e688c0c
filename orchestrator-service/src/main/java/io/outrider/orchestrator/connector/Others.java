package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.mail.MailServer;
import io.outrider.orchestrator.connector.mail.SmtpMail;
import io.outrider.orchestrator.connector.webhook.SignedWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes the connectors that belong to no one vendor: webhooks and mail. */
@ApplicationScoped
class Others {

    private final WebhookConfig webhook;
    private final SmtpConfig smtp;
    private final Clock clock;

    Others(WebhookConfig webhook, SmtpConfig smtp, Clock clock) {
        this.webhook = webhook;
        this.smtp = smtp;
        this.clock = clock;
    }

    Connector webhook(HttpDoor door, Judge judge) {
        if (webhook.url().isEmpty() || webhook.secret().isEmpty()) {
            return new NotConfigured("webhook", "OUTRIDER_WEBHOOK_URL or OUTRIDER_WEBHOOK_SECRET");
        }
        return new SignedWebhook(door, webhook.url().get(), webhook.secret().get(), clock, judge);
    }

    Connector mail() {
        if (smtp.host().isEmpty()
                || smtp.from().isEmpty()
                || smtp.unsubscribeUrl().isEmpty()) {
            return new NotConfigured("smtp", "OUTRIDER_SMTP_HOST, _FROM or _UNSUBSCRIBE_URL");
        }
        var server = new MailServer(
                smtp.host().get(),
                smtp.port(),
                smtp.user().orElse(""),
                smtp.password().orElse(""),
                smtp.from().get(),
                smtp.requireTls(),
                smtp.unsubscribeUrl().get());
        return new SmtpMail(server, clock);
    }
}
