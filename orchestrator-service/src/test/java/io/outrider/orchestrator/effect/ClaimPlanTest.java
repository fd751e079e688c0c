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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class ClaimPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation() {
        assertThat(new YoungTables(pool).widely(Ledger.CLAIM)).isEmpty();
    }
}
