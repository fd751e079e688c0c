package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.mail.Security;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;

/** The mail server, under {@code outrider.smtp.*}. Without host, sender and unsubscribe address mail is refused. */
@ConfigMapping(prefix = "outrider.smtp")
interface SmtpConfig {

    Optional<String> host();

    /** 587, and 465 with TLS from the start, where it is not set. */
    OptionalInt port();

    Optional<String> user();

    Optional<String> password();

    /** The sender's address, for example "mara@mail.acme.example". */
    Optional<String> from();

    /** "starttls" refuses to send where the server offers none; "tls" is from the start; "plain" is for the sandbox. */
    @WithDefault("STARTTLS")
    Security security();

    /** How many mails the user may send in a minute, of all replicas together. Exchange Online takes 30. */
    @WithDefault("30")
    int perMinute();

    /**
     * Where a click unsubscribes (RFC 8058). With {token} it is this service's own door, for example
     * "https://outrider.acme.example/unsubscribe/{token}"; with {id} for the message it is another's.
     */
    Optional<String> unsubscribeUrl();

    /** Signs the tokens of our own door: 32 bytes or more, in Base64. The same for all replicas, for as long as mails are kept. */
    Optional<String> unsubscribeSecret();
}
