package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.effect.GrantStatuses;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.review.v1.GrantStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs share the calls by which they ask the gate, and not each other's bad luck. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class GateWordsTest {

    private static final int ASKED = 40;

    World world;

    @Inject
    GrantStatuses statuses;

    @AfterEach
    void comeBack() {
        world.gate.awayFor("nobody");
    }

    @Test
    void answersOneWorkspaceWhileAnotherGetsNone() throws Exception {
        world.gate.awayFor("words-away");
        var there = new ArrayList<CompletableFuture<GrantStatus>>();
        var away = new ArrayList<CompletableFuture<GrantStatus>>();

        for (int i = 0; i < ASKED; i++) {
            away.add(statuses.of("words-away", "grt_a" + i));
            there.add(statuses.of("words-there", "grt_t" + i));
        }

        for (var answer : there) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(GrantStatus.GRANT_STATUS_VALID);
        }
        assertThat(away).allSatisfy(answer -> assertThat(answer).failsWithin(java.time.Duration.ofSeconds(20)));
    }
}
