package io.outrider.orchestrator.decision;

import io.outrider.orchestrator.run.RunConfig;
import io.outrider.orchestrator.run.store.Unnest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lets one replica at a time read the stream. The epoch grows with every change of hands and fences the one before. */
@ApplicationScoped
class ReaderLease {

    static final Duration LENGTH = Duration.ofSeconds(10);

    private static final String TAKE = """
            update decision_reader
               set owner = $1, epoch = epoch + case when owner = $1 and lease_until > $2 then 0 else 1 end,
                   lease_until = $3
             where name = 'review' and (owner = $1 or lease_until <= $2)
            returning epoch, stream_cursor""";
    private static final String RENEW =
            "update decision_reader set lease_until = $3 where name = 'review' and owner = $1 and epoch = $2";
    private static final String RELEASE =
            "update decision_reader set lease_until = 'epoch' where name = 'review' and owner = $1 and epoch = $2";

    private final Pool pool;
    private final Clock clock;
    private final String owner;

    ReaderLease(Pool pool, Clock clock, RunConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.owner = config.replica();
    }

    /** Empty while another replica has it. */
    CompletableFuture<Optional<Held>> take() {
        var now = clock.instant();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(owner, Unnest.utc(now), Unnest.utc(now.plus(LENGTH))))
                .map(rows -> rows.size() == 0
                        ? Optional.<Held>empty()
                        : Optional.of(new Held(
                                rows.iterator().next().getLong("epoch"),
                                rows.iterator().next().getString("stream_cursor"))))
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** @return false where it is lost */
    CompletableFuture<Boolean> renew(long epoch) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(owner, epoch, Unnest.utc(clock.instant().plus(LENGTH))))
                .map(rows -> rows.rowCount() == 1)
                .toCompletionStage()
                .toCompletableFuture();
    }

    CompletableFuture<Void> release(long epoch) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(owner, epoch))
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** @param cursor how far the stream has been read; empty from its beginning */
    record Held(long epoch, String cursor) {}
}
