package io.outrider.kit.security;

import io.grpc.Context;
import io.grpc.Metadata;
import io.outrider.kit.error.InvalidField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether somebody waits for the answer of a call. Callers say it in {@code x-outrider-lane}. */
public enum Lane {
    /** Somebody waits. So does a call that says nothing. */
    INTERACTIVE,

    /** One of many, and nobody waits for it. */
    BATCH;

    public static final Metadata.Key<String> HEADER =
            Metadata.Key.of("x-outrider-lane", Metadata.ASCII_STRING_MARSHALLER);

    static final Context.Key<Lane> KEY = Context.keyWithDefault("outrider-lane", INTERACTIVE);

    /**
     * Of the gRPC method that runs now. Read it at the method's entry, before the first asynchronous step: the gRPC context
     * does not follow a Uni.
     */
    public static Lane current() {
        return KEY.get();
    }

    /** As it is written in the header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Lane of(@Nullable String word) {
        if (word == null) {
            return INTERACTIVE;
        }
        for (var lane : values()) {
            if (lane.word().equals(word)) {
                return lane;
            }
        }
        throw new InvalidField(HEADER.name(), "must be interactive or batch");
    }
}
