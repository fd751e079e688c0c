package io.outrider.kit.time;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between {@link Instant} and the wire's Timestamp. An unset Timestamp has zero seconds and nanos on the wire's default. */
public final class Timestamps {

    private Timestamps() {}

    public static Timestamp toWire(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /** The default instance stands for "not set". */
    public static Timestamp toWireOrUnset(@Nullable Instant instant) {
        return instant == null ? Timestamp.getDefaultInstance() : toWire(instant);
    }

    public static Instant toInstant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
