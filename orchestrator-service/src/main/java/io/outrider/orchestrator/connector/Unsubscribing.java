package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.mail.UnsubscribeLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/** The links by which people unsubscribe, where the operator has given them a secret. */
@ApplicationScoped
public class Unsubscribing {

    private final Optional<UnsubscribeLinks> links;

    /** Fails the start where the secret is none: mails whose links nobody can read must not go out. */
    Unsubscribing(SmtpConfig config) {
        this.links = config.unsubscribeSecret()
                .map(secret -> new UnsubscribeLinks(Base64.getDecoder().decode(secret)));
    }

    /** Empty where there is no secret. */
    public Optional<UnsubscribeLinks> links() {
        return links;
    }
}
