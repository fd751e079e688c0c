package io.outrider.orchestrator.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.fixture.YoungTables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
    YoungTables tables;

    static Stream<String> statements() {
        return Stream.of(Moves.MOVE, Begins.BEGIN, Begins.ACTIONS, Reads.RUNS, Reads.STANDINGS);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation(String statement) {
        assertThat(tables.widely(statement)).isEmpty();
    }
}
