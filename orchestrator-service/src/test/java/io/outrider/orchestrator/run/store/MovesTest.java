package io.outrider.orchestrator.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.LegId;
import io.outrider.orchestrator.run.LegStart;
import io.outrider.orchestrator.run.Move;
import io.outrider.orchestrator.run.Moved;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.step.CrashScript;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class MovesTest {

    TestTokens tokens;

    @Inject
    CrashScript crash;

    @Inject
    RunStore store;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    Wakes wakes;

    @Inject
    Rows rows;

    /** A process that was frozen may carry a leg twice: what was taken for dead, and what took it over. */
    @Test
    void leavesTheExecutionToWhoMovedTheRunWhereTwoLegsOfItEndTogether() throws Exception {
        try (var client = new Client(tokens, "moves")) {
            client.library("library", "");
            var frozen = crash.freezeOnce("BEGUN");
            var leg =
                    new LegId(new RunKey("moves", client.start("twice.example").getId()), 1);
            frozen.awaitReached();
            var late = begun(leg);
            var now = begun(leg);

            var moved = commit(
                    move(late, new Move.Then.End()),
                    move(now, new Move.Then.Later(clock.instant().plus(Duration.ofHours(1)))));

            assertThat(moved.getFirst()).isInstanceOf(Moved.Lost.class);
            assertThat(moved.getLast()).isInstanceOf(Moved.Won.class);
            assertThat(rows.text(
                            "select picked || ' ' || (execution_time > now()) from scheduled_tasks"
                                    + " where task_name = 'run' and task_instance = ?",
                            leg.instance()))
                    .isEqualTo("false true");
            frozen.thaw();
        }
    }

    private LegStart begun(LegId leg) {
        return store.begin(leg).join().orElseThrow();
    }

    private List<Moved> commit(Move... moves) {
        return new Moves(pool, clock, wakes)
                .commit(List.of(moves))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Move move(LegStart start, Move.Then then) {
        return new Move(start.row(), List.of(), List.of(), List.of(), then);
    }
}
