package io.outrider.orchestrator.effect;

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
class EffectPlansTest {

    @Inject
    Pool pool;

    static Stream<String> statements() {
        return Stream.of(Ledger.CLAIM, SharedMakings.TAKE, SharedMakings.MADE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation(String statement) {
        assertThat(new YoungTables(pool).widely(statement)).isEmpty();
    }
}
