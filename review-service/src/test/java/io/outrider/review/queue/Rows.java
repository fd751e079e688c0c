package io.outrider.review.queue;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks into the tables of the application under test, at one workspace. */
record Rows(Pool pool, String workspace) {

    /** @param sql with the workspace as its one parameter */
    long count(String sql) {
        return one(sql).getLong(0);
    }

    String text(String sql) {
        return one(sql).getString(0);
    }

    private Row one(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(workspace))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
