package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.Page;
import io.outrider.kit.page.PageSize;
import io.outrider.kit.page.PageToken;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.run.store.Unnest;
import io.outrider.orchestrator.v1.ListSuppressionsRequest;
import io.outrider.orchestrator.v1.ListSuppressionsResponse;
import io.outrider.orchestrator.v1.Suppression;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whom nobody writes to. The claim of every effect looks here, inside its own commit. */
@ApplicationScoped
class Suppressions {

    private static final String ADD = """
            insert into suppression (workspace_id, address, reason, created_by, create_time)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";
    private static final String ONE = "select * from suppression where workspace_id = $1 and address = $2";
    private static final String REMOVE = "delete from suppression where workspace_id = $1 and address = $2";
    private static final String LIST = """
            select * from suppression
             where workspace_id = $1 and ($3::text = '' or (create_time, address) < ($2::timestamptz, $3))
             order by create_time desc, address desc
             limit $4""";

    private final Pool pool;

    Suppressions(Pool pool) {
        this.pool = pool;
    }

    record Wanted(String workspace, String address, String reason, String by, Instant at) {}

    /** The one that holds: an earlier one stays as it is. */
    Future<Suppression> add(Wanted wanted) {
        return pool.withTransaction(connection -> add(connection, wanted)
                        .compose(done ->
                                connection.preparedQuery(ONE).execute(Tuple.of(wanted.workspace(), wanted.address()))))
                .map(rows -> read(Objects.requireNonNull(rows).iterator().next()));
    }

    static Future<Void> add(SqlClient client, Wanted wanted) {
        return client.preparedQuery(ADD)
                .execute(Tuple.of(
                        wanted.workspace(), wanted.address(), wanted.reason(), wanted.by(), Unnest.utc(wanted.at())))
                .mapEmpty();
    }

    Future<Void> remove(String workspace, String address) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(workspace, address))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new NotFound("suppression", address);
                    }
                    return rows;
                })
                .mapEmpty();
    }

    Future<ListSuppressionsResponse> page(String workspace, ListSuppressionsRequest request) {
        var size = PageSize.of(request.getPageSize());
        var after = PageToken.decode(request.getPageToken()).orElse(new PageToken(Instant.EPOCH, ""));
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(workspace, Unnest.utc(after.time()), after.id(), size.plusOne()))
                .map(rows -> {
                    List<Suppression> found = new ArrayList<>();
                    rows.forEach(row -> found.add(read(row)));
                    var page = Page.of(
                            found,
                            size,
                            s -> new PageToken(Timestamps.toInstant(s.getCreateTime()), s.getAddressOrDomain()));
                    return ListSuppressionsResponse.newBuilder()
                            .addAllSuppressions(page.rows())
                            .setNextPageToken(page.nextToken())
                            .build();
                });
    }

    private static Suppression read(Row row) {
        return Suppression.newBuilder()
                .setAddressOrDomain(row.getString("address"))
                .setReason(row.getString("reason"))
                .setCreatedBy(row.getString("created_by"))
                .setCreateTime(
                        Timestamps.toWire(row.getOffsetDateTime("create_time").toInstant()))
                .build();
    }
}
