package io.outrider.sandbox.received;

import java.util.Locale;

/** Which part of the outside world a call went to. */
public enum Kind {
    SITE,
    MODEL,
    CRM,
    SEQUENCE,
    SLACK,
    SMTP,
    WEBHOOK,
    CONTROL;

    /** The name as it stands in JSON and in queries, for example {@code crm}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if no kind has that name
     */
    public static Kind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
