package io.outrider.orchestrator.connector.mail;

/** How a conversation with the mail server is kept from others. With TLS, the certificate and its host name are checked. */
public enum Security {

    /** Not at all, and without a password. For a server on this machine, such as the sandbox. */
    PLAIN,

    /** Begins in the clear and goes on with TLS, or ends there (RFC 3207). */
    STARTTLS,

    /** TLS from the first byte (RFC 8314). */
    TLS;

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /** Where servers listen for it. */
    public int port() {
        return this == TLS ? SUBMISSIONS : SUBMISSION;
    }
}
