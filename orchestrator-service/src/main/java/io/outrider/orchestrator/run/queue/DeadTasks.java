package io.outrider.orchestrator.run.queue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

/**
 * Work besides runs that failed too often. Its row leaves the queue and is kept with the reason, in one transaction, until an
 * operator puts it back.
 */
@ApplicationScoped
class DeadTasks {

    private static final int LONGEST_REASON = 2_000;
    private static final String KEEP = """
            insert into dead_task (task_name, task_instance, attempts, reason, fail_time) values (?, ?, ?, ?, ?)
            on conflict (task_name, task_instance) do update
               set attempts = excluded.attempts, reason = excluded.reason, fail_time = excluded.fail_time""";
    private static final String TAKE_OUT = "delete from scheduled_tasks where task_name = ? and task_instance = ?";

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadTasks(AgroalDataSource dataSource, Clock clock, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.meters = meters;
    }

    void bury(String task, String instance, int attempts, String cause) {
        Log.errorf("%s of %s failed %d times and is put aside: %s", task, instance, attempts, cause);
        meters.counter("outrider.dead.tasks", "task", task).increment();
        var reason = cause.length() > LONGEST_REASON ? cause.substring(0, LONGEST_REASON) : cause;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, KEEP, task, instance, attempts, reason, Timestamp.from(clock.instant()));
            run(connection, TAKE_OUT, task, instance);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("A failed task could not be put aside", e);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
