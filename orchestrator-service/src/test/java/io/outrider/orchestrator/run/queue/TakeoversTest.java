package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.step.CrashScript;
import io.outrider.orchestrator.step.Frozen;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Legs whose process died, as the queue of the next one finds them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class TakeoversTest {

    private static final String LEG = " where task_name = 'run' and task_instance like ?";

    TestTokens tokens;

    @Inject
    CrashScript crash;

    @Inject
    Rows rows;

    @Inject
    Takeovers takeovers;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "takeovers");
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void givesUpWhatKillsEveryProcess() throws Exception {
        var poison = silent("poison.example", 11);

        var run = client.ended(poison.run().getId());

        assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(run.getReason()).contains("12 times in a row the process that carried it died");
        assertThat(run.getFailure().getCode()).isEqualTo("INTERNAL");
        poison.frozen().thaw();
    }

    @Test
    void carriesOnAtOnceWhatDiedWithItsProcess() throws Exception {
        var innocent = silent("innocent.example", 0);

        takeovers.ofPredecessor("ghost-innocent.example");

        assertThat(client.ended(innocent.run().getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        innocent.frozen().thaw();
    }

    @Test
    void partsWhatDiesTogetherByPausesThatGrow() throws Exception {
        var again = silent("again.example", 6);

        takeovers.ofPredecessor("ghost-again.example");

        var leg = instance(again.run());
        assertThat(rows.text("select takeovers from scheduled_tasks" + LEG, leg))
                .isEqualTo("7");
        assertThat(rows.text(
                        "select execution_time - now() between interval '10 s' and interval '26 s'"
                                + " from scheduled_tasks" + LEG,
                        leg))
                .isEqualTo("t");
        again.frozen().thaw();
    }

    @Test
    void countsNoLegThatHadOnlyBeenHeldForLater() throws Exception {
        var held = silent("held.example", 11);
        rows.write("update run set state = 'QUEUED' where id = ?", held.run().getId());

        takeovers.ofPredecessor("ghost-held.example");

        assertThat(client.ended(held.run().getId()).getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
        held.frozen().thaw();
    }

    @Test
    void putsAsideATaskThatKillsEveryProcess() {
        rows.write("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                + " last_heartbeat, version, takeovers)"
                + " values ('poisoned', 'killer', now(), true, 'ghost-task', now(), 1, 11)");

        takeovers.ofPredecessor("ghost-task");

        assertThat(rows.text("select reason from dead_task where task_instance = 'killer'"))
                .contains("12 times in a row");
    }

    /** The run's leg is held by a process that has not been heard of for an hour, after so many takeovers. */
    private Silent silent(String domain, int takeovers) throws InterruptedException {
        var frozen = crash.freezeOnce("BEGUN");
        var run = client.start(domain);
        frozen.awaitReached();
        var taken = 0;
        for (int i = 0; i < 100 && taken == 0; i++) {
            taken = rows.write(
                    "update scheduled_tasks set picked_by = ?, last_heartbeat = now() - interval '1 hour',"
                            + " version = version + 1, takeovers = ?" + LEG + " and picked",
                    "ghost-" + domain,
                    takeovers,
                    instance(run));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return new Silent(run, frozen);
    }

    private static String instance(Run run) {
        return "%/" + run.getId() + ":%";
    }

    private record Silent(Run run, Frozen frozen) {}
}
