package io.outrider.orchestrator.run.queue;

import io.outrider.orchestrator.run.QueuePlace;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What waits already when a replica starts: new runs must not stand before all of it. */
final class Backlog {

    private static final String EARLIEST = "select min(execution_time) as earliest from scheduled_tasks"
            + " where task_name = 'run' and not picked and priority in (" + QueuePlace.INTERACTIVE + ", "
            + QueuePlace.BATCH + ") group by priority";

    private final DataSource dataSource;

    Backlog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The due time of the first leg of each lane; none for a lane that is empty. */
    List<Instant> earliest() {
        try (var connection = dataSource.getConnection()) {
            return earliest(connection);
        } catch (SQLException e) {
            Log.warn("Could not see what waits already; new runs may stand before it until some of it has begun");
            return List.of();
        }
    }

    static List<Instant> earliest(Connection connection) throws SQLException {
        List<Instant> earliest = new ArrayList<>();
        try (var statement = connection.prepareStatement(EARLIEST);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                earliest.add(rows.getObject("earliest", OffsetDateTime.class).toInstant());
            }
        }
        return earliest;
    }
}
