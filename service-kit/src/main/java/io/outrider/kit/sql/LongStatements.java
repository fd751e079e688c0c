package io.outrider.kit.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps every statement of a connection prepared. The client leaves out those of 2,048 characters or more unless told
 * otherwise: the statements that move many runs at once are longer, and PostgreSQL parsed and planned them anew at each call.
 */
@Singleton
class LongStatements implements PgPoolCreator {

    /** More than any service has; each costs PostgreSQL some kilobytes for each connection. */
    private static final int STATEMENTS = 512;

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(server ->
                server.setPreparedStatementCacheSqlFilter(sql -> true).setPreparedStatementCacheMaxSize(STATEMENTS));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }
}
