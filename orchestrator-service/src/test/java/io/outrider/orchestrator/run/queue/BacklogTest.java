package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class BacklogTest {

    /** Hides the real one, whose rows would be carried, from this connection only. */
    private static final String TABLE =
            "create temporary table scheduled_tasks (like scheduled_tasks including defaults)";

    private static final String WAITS = "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version, priority) values (?, ?, ?::timestamptz, ?, 1, ?)";

    @Inject
    AgroalDataSource dataSource;

    @Test
    void findsTheFirstOfEachLaneThatWaits() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                findsTheFirstOfEachLane(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void findsTheFirstOfEachLane(Connection connection) throws SQLException {
        connection.createStatement().execute(TABLE);
        task(connection, "run", "2000-01-01T00:00:01Z", true, 60);
        task(connection, "run", "2000-01-01T00:00:02Z", false, 60);
        task(connection, "run", "2000-01-01T00:00:03Z", false, 60);
        task(connection, "run", "2005-01-01T00:00:07Z", false, 40);
        task(connection, "run", "1999-01-01T00:00:00Z", false, 100);
        task(connection, "another", "1999-01-01T00:00:00Z", false, 40);

        assertThat(Backlog.earliest(connection))
                .containsExactlyInAnyOrder(
                        Instant.parse("2000-01-01T00:00:02Z"), Instant.parse("2005-01-01T00:00:07Z"));
    }

    private static void task(Connection connection, String name, String due, boolean picked, int priority)
            throws SQLException {
        try (var insert = connection.prepareStatement(WAITS)) {
            insert.setString(1, name);
            insert.setString(2, due + priority);
            insert.setString(3, due);
            insert.setBoolean(4, picked);
            insert.setInt(5, priority);
            insert.executeUpdate();
        }
    }
}
