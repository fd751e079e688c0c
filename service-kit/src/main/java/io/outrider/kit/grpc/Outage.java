package io.outrider.kit.grpc;

import io.outrider.kit.error.Unavailable;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a failure of the call from a database that is away: the second one passes, and callers may try again. */
public final class Outage {

    /**
     * SQLSTATEs of a server that goes, starts, is full or too slow: class 08 (connection), 57P (operator intervention), 53300 (too
     * many connections), 57014 (the statement's time is over) and 25P03 (the transaction's idle time is over). Source: PostgreSQL documentation, appendix "PostgreSQL Error Codes".
     */
    private static final Pattern AWAY = Pattern.compile("08...|57P..|53300|57014|25P03");

    /**
     * What the client says to those who had a connection that went: their statements were queued on it, or they begin one on it.
     * It has no types for it.
     */
    private static final Pattern GONE =
            Pattern.compile("Pending requests failed to be sent.*|Connection is not active now.*", Pattern.DOTALL);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private Outage() {}

    /** The outage behind a failure; empty where the failure is none. Never says which host did not answer. */
    public static Optional<Unavailable> of(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (isOutage(t)) {
                return Optional.of(new Unavailable("DATABASE_AWAY", "The database does not answer now", RETRY_AFTER));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(Throwable thrown) {
        return switch (thrown) {
            case SocketException e -> true;
            case ClosedChannelException e -> true;
            case ClosedConnectionException e -> true;
            case TransactionRollbackException e -> true;
            case CompositeException e ->
                e.getCauses().stream().anyMatch(cause -> of(cause).isPresent());
            case PgException e ->
                e.getSqlState() != null && AWAY.matcher(e.getSqlState()).matches();
            default ->
                thrown.getMessage() != null && GONE.matcher(thrown.getMessage()).matches();
        };
    }
}
