package io.outrider.orchestrator.run.queue;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.agroal.api.AgroalDataSource;
import io.outrider.orchestrator.run.LegHandler;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.RunConfig;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts back what a process held that died, and counts it: one such leg may be what killed it. Nothing tells which, so all that
 * had begun are counted; a leg that was only held until there is room for it has killed nothing. The first two come back at
 * once; later ones after a pause of their own length, so that the harmless ones part from the one that kills and get through
 * between its turns.
 */
@ApplicationScoped
class Takeovers {

    private static final String TAKE_OVER = """
            with held as (
                select t.task_name as name, t.task_instance as instance,
                       t.task_name <> 'run' or exists (
                           select 1 from run r
                            where r.workspace_id = split_part(t.task_instance, '/', 1)
                              and r.id = split_part(split_part(t.task_instance, '/', 2), ':', 1)
                              and r.state = 'RUNNING') as begun
                  from scheduled_tasks t
                 where t.picked and %s
                   for update of t
            )
            update scheduled_tasks s
               set picked = false, picked_by = null, last_heartbeat = null, version = s.version + 1, priority = 100,
                   takeovers = s.takeovers + h.begun::int,
                   execution_time = case when s.takeovers < 2 or not h.begun then s.execution_time
                       else ?::timestamptz + (s.takeovers - 1) * (0.5 + random() / 2) * interval '5 seconds' end
              from held h
             where s.task_name = h.name and s.task_instance = h.instance
            returning s.task_name, s.task_instance, s.takeovers""";
    private static final String ONE = TAKE_OVER.formatted("t.task_name = ? and t.task_instance = ? and t.version = ?");
    private static final String ALL_OF_REPLICA = TAKE_OVER.formatted("t.picked_by = ?");

    private final AgroalDataSource dataSource;
    private final LegHandler legs;
    private final DeadTasks dead;
    private final Clock clock;
    private final int most;

    Takeovers(AgroalDataSource dataSource, LegHandler legs, DeadTasks dead, Clock clock, RunConfig config) {
        this.dataSource = dataSource;
        this.legs = legs;
        this.dead = dead;
        this.clock = clock;
        this.most = config.takeovers();
    }

    /** Every replica finds a dead execution; its version lets one of them count it. */
    void one(Execution execution) {
        try {
            var task = execution.taskInstance;
            takeOver(ONE, task.getTaskName(), task.getId(), execution.version);
        } catch (SQLException e) {
            throw new IllegalStateException("What a dead replica held could not be taken over", e);
        }
    }

    /** The process that had this replica's name before and died: what it held need not wait for missed heartbeats. */
    void ofPredecessor(String replica) {
        try {
            var taken = takeOver(ALL_OF_REPLICA, replica);
            if (taken > 0) {
                Log.infof("Took over %d legs that this replica's predecessor left", taken);
            }
        } catch (SQLException e) {
            Log.warn(
                    "Could not release the legs of this replica's predecessor; they are revived after missed heartbeats");
        }
    }

    private int takeOver(String sql, Object... which) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, which);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(new Taken(rows.getString(1), rows.getString(2), rows.getInt(3)));
                }
            }
        }
        taken.stream().filter(t -> t.times() >= most).forEach(this::giveUp);
        return taken.size();
    }

    private void bind(PreparedStatement statement, Object... which) throws SQLException {
        for (int i = 0; i < which.length; i++) {
            statement.setObject(i + 1, which[i]);
        }
        statement.setTimestamp(which.length + 1, Timestamp.from(clock.instant()));
    }

    private void giveUp(Taken taken) {
        var why = taken.times() + " times in a row the process that carried it died or fell silent";
        if (taken.task().equals(RunQueue.LEG)) {
            legs.giveUp(LegId.parse(taken.instance()), why);
        } else {
            dead.bury(taken.task(), taken.instance(), taken.times(), why);
        }
    }

    private record Taken(String task, String instance, int times) {}
}
