package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server, under {@code outrider.smtp.*}. Without host, sender and unsubscribe address mail is refused. */
@ConfigMapping(prefix = "outrider.smtp")
interface SmtpConfig {

    Optional<String> host();

    @WithDefault("587")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** The sender's address, for example "mara@mail.acme.example". */
    Optional<String> from();

    /** Refuse to send where the server offers no STARTTLS. Only a server on this machine may do without. */
    @WithDefault("true")
    boolean requireTls();

    /**
     * Where a click unsubscribes (RFC 8058). With {token} it is this service's own door, for example
     * "https://outrider.acme.example/unsubscribe/{token}"; with {id} for the message it is another's.
     */
    Optional<String> unsubscribeUrl();

    /** Signs the tokens of our own door: 32 bytes or more, in Base64. The same for all replicas, for as long as mails are kept. */
    Optional<String> unsubscribeSecret();
}
