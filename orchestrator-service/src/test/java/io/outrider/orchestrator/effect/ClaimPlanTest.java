package io.outrider.orchestrator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.fixture.YoungTables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class ClaimPlanTest {

    @Inject
    YoungTables tables;

    @Test
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation() {
        assertThat(tables.widely(Ledger.CLAIM)).isEmpty();
    }
}
