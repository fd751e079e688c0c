package io.outrider.review.audit;

import io.outrider.review.grant.GrantSigner;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The stored chains: their ends, and their links page by page. */
@ApplicationScoped
class Chains {

    private static final String HEAD = "select audit_count, audit_hash from workspace where workspace_id = $1";
    private static final String LINKS = "select " + LinkRows.COLUMNS
            + " from audit_event where workspace_id = $1 and number > $2 and number <= $3 order by number limit $4";
    private static final String BEYOND = "select min(number) as number from audit_event"
            + " where workspace_id = $1 and (number < 1 or number > (select audit_count from workspace where workspace_id = $1))";

    private final Pool pool;
    private final GrantSigner signer;
    private final Clock clock;

    Chains(Pool pool, GrantSigner signer, Clock clock) {
        this.pool = pool;
        this.signer = signer;
        this.clock = clock;
    }

    Uni<Head> head(String workspace) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(workspace)).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? head(row.next()) : new Head(0, Link.ROOT);
        });
    }

    /** Links of number {@code after + 1} to {@code until}, at most {@code most}. */
    Uni<List<Link>> links(String workspace, long after, long until, int most) {
        return pool.preparedQuery(LINKS)
                .execute(Tuple.of(workspace, after, until, most))
                .map(rows -> {
                    var links = new ArrayList<Link>(rows.rowCount());
                    rows.forEach(row -> links.add(LinkRows.link(row)));
                    return links;
                });
    }

    /** The number of an event outside the chain that the head names; 0 where there is none. One statement, so that no event can come between. */
    Uni<Long> beyond(String workspace) {
        return pool.preparedQuery(BEYOND).execute(Tuple.of(workspace)).map(rows -> {
            var number = rows.iterator().next().getLong("number");
            return number == null ? 0 : number;
        });
    }

    Sealed seal(String workspace, Head head) {
        var checkpoint =
                new Checkpoint(workspace, head.count(), HexFormat.of().formatHex(head.hash()), clock.instant());
        return new Sealed(checkpoint, signer.checkpoint(checkpoint.text()));
    }

    private static Head head(Row row) {
        return new Head(row.getLong("audit_count"), row.getBuffer("audit_hash").getBytes());
    }

    record Head(long count, byte[] hash) {}
}
