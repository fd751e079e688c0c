package io.outrider.orchestrator.run.queue;

import io.outrider.kit.error.Failure;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures that a leg meets because the database is away, restarts or is full: they pass, whatever the run is. */
final class Outage {

    /** Connection, resources, operator, system; and a transaction that lost against another. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40");

    private Outage() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (passing(cause)) {
                return true;
            }
        }
        return false;
    }

    /** An outage, or a refusal of our own that says to come back: too much is asked for now, or something is away. */
    static boolean passes(Throwable thrown) {
        return is(thrown)
                || thrown instanceof Failure refusal
                        && (refusal.kind() == Failure.Kind.EXHAUSTED || refusal.kind() == Failure.Kind.UNAVAILABLE);
    }

    private static boolean passing(Throwable cause) {
        return switch (cause) {
            case PgException refusal -> of(refusal.getSqlState());
            case SQLException refusal -> of(refusal.getSQLState());
            case VertxException lost
            when lost.getMessage() != null && lost.getMessage().contains("onnection") -> true;
            case TimeoutException late -> true;
            default -> io.outrider.kit.grpc.Outage.of(cause).isPresent();
        };
    }

    private static boolean of(@Nullable String state) {
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
