package io.outrider.orchestrator.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.test.YoungTables;
import io.outrider.orchestrator.fixture.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class PlansTest {

    @Inject
    Pool pool;

    static Stream<String> statements() {
        return Stream.of(
                Moves.MOVE,
                Begins.BEGIN,
                Begins.ACTIONS,
                Reads.RUNS,
                Reads.STANDINGS,
                Wakes.WAKE,
                Releases.RELEASE,
                Retries.RETRY,
                Cancels.ASK,
                Cancels.END,
                LegEnds.GIVE_UP,
                Accepts.ACCEPT,
                Batches.ACCEPT,
                Sql.read("pause_batch"),
                Sql.read("cancel_batch"),
                Sql.read("go_on"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation(String statement) {
        assertThat(new YoungTables(pool).widely(statement)).isEmpty();
    }
}
