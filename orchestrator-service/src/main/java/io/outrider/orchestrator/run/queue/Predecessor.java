package io.outrider.orchestrator.run.queue;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The process that had this replica's name before and died: what it held need not wait for missed heartbeats. */
final class Predecessor {

    private static final String RELEASE = "update scheduled_tasks set picked = false, picked_by = null,"
            + " last_heartbeat = null, version = version + 1, priority = 100 where picked and picked_by = ?";

    private final DataSource dataSource;

    Predecessor(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void release(String replica) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, replica);
            var released = statement.executeUpdate();
            if (released > 0) {
                Log.infof("Took over %d legs that this replica's predecessor left", released);
            }
        } catch (SQLException e) {
            Log.warn(
                    "Could not release the legs of this replica's predecessor; they are revived after missed heartbeats");
        }
    }
}
