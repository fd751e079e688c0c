package io.outrider.cli.postgres;

import io.outrider.cli.output.CliFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes many runs that wait at the gate out of some, by copying their rows under other names. For measuring what waiting costs:
 * bringing a hundred thousand there by themselves takes the better part of an hour, and they lie in the same tables in the end.
 */
public final class WaitingRuns {

    private final Postgres postgres;
    private final int port;

    public WaitingRuns(Postgres postgres, int port) {
        this.postgres = postgres;
        this.port = port;
    }

    /** @param times how many copies are made of each run that waits, with its actions, events and items */
    public void copy(int times) {
        in("orchestrator", connection -> {
            var waits =
                    "exists (select 1 from run r where r.workspace_id = t.workspace_id and r.id = t.run_id and r.state = 'WAITING')";
            copy(connection, times, "run_event", waits, List.of("run_id"));
            copy(connection, times, "run_action", waits, List.of("run_id", "item_id"));
            copy(connection, times, "run", "t.state = 'WAITING'", List.of("id", "domain"));
        });
        in("review", connection -> {
            var open =
                    "exists (select 1 from item i where i.workspace_id = t.workspace_id and i.id = t.item_id and i.state = 'PENDING')";
            copy(connection, times, "item_version", open, List.of("item_id"));
            copy(connection, times, "item", "t.state = 'PENDING'", List.of("id", "run_id", "domain"));
        });
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void in(String database, Work work) {
        try (var connection = postgres.connect(port, database)) {
            work.on(connection);
        } catch (SQLException e) {
            throw new CliFailure("The waiting runs in " + database + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Vacuums too: nothing that the copying left to do may be done while somebody measures. */
    private static void copy(Connection connection, int times, String table, String condition, List<String> names)
            throws SQLException {
        var renamed = names.stream()
                .map(name -> "'" + name + "', t." + name + " || '-' || n")
                .collect(Collectors.joining(", "));
        var columns = columns(connection, table);
        var sql = "insert into " + table + " (" + columns + ") select " + columns + " from (select p.* from " + table
                + " t cross join generate_series(1, ?) n cross join lateral jsonb_populate_record(null::" + table
                + ", to_jsonb(t) || jsonb_build_object(" + renamed + ")) p where " + condition + ") copied";
        try (var insert = connection.prepareStatement(sql);
                var vacuum = connection.createStatement()) {
            insert.setInt(1, times);
            insert.executeUpdate();
            vacuum.execute("vacuum (analyze, freeze) " + table);
        }
    }

    /** Those that are not computed from others. */
    private static String columns(Connection connection, String table) throws SQLException {
        var sql = "select string_agg(quote_ident(attname), ', ') from pg_attribute"
                + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
