package io.outrider.messaging.material;

import java.util.List;

/**
 * A claim of the brief.
 *
 * @param quotes what the source says, word for word
 * @param standing whether a sentence may rest on it
 */
public record Fact(String id, String predicate, String value, List<String> quotes, Standing standing) {

    /** Why a claim may or may not be used. */
    public enum Standing {
        USABLE,
        /** The brief marks it as anything but SUPPORTED, or lists it in a contradiction. */
        NOT_SUPPORTED,
        /** It has to be read again first. */
        EXPIRED,
        /** It speaks of another company or person. */
        FOREIGN
    }

    public Fact {
        quotes = List.copyOf(quotes);
    }

    public boolean usable() {
        return standing == Standing.USABLE;
    }
}
