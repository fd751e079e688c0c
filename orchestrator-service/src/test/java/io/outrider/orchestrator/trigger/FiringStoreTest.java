package io.outrider.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.trigger.Ruling.Limits;
import io.outrider.orchestrator.trigger.Ruling.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cool-downs, caps and the breaker over firings that really stand in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class FiringStoreTest {

    private static final int CAP = 3;
    private static final int FLOOR = 5;

    @Inject
    FiringStore firings;

    @Inject
    BreakerStore breakers;

    private final String workspace = Ids.next("firings");

    @Test
    void coolsDownAfterARunOnly() {
        end(rule("acme.example"), Outcome.ALREADY_ACTIVE);
        end(rule("acme.example"), Outcome.REFUSED);

        var started = rule("acme.example");
        assertThat(started.outcome()).isEqualTo(Outcome.CLAIMED);
        var meanwhile = rule("acme.example");
        assertThat(meanwhile.outcome()).isEqualTo(Outcome.COOLING_DOWN);
        assertThat(meanwhile.explanation()).contains("is being started");

        end(started, Outcome.STARTED);
        var cooling = rule("acme.example");
        assertThat(cooling.outcome()).isEqualTo(Outcome.COOLING_DOWN);
        assertThat(cooling.explanation()).contains("It started a run for this account at");
    }

    @Test
    void startsOneRunHoweverManyEvaluationsRace() {
        var racing = IntStream.range(0, 8)
                .mapToObj(i -> firings.rule(held("race.example", "t", CAP)))
                .toList();

        assertThat(racing.stream().map(FiringStoreTest::await).map(Fired::outcome))
                .containsOnlyOnce(Outcome.CLAIMED)
                .filteredOn(outcome -> outcome == Outcome.COOLING_DOWN)
                .hasSize(7);
    }

    @Test
    void countsRunsAgainstTheCapAndNothingElse() {
        for (int i = 0; i < CAP; i++) {
            end(rule("refused" + i + ".example"), Outcome.REFUSED);
        }
        for (int i = 0; i < CAP; i++) {
            var fired = rule("started" + i + ".example");
            assertThat(fired.outcome()).isEqualTo(Outcome.CLAIMED);
            end(fired, Outcome.STARTED);
        }

        var over = rule("over.example");

        assertThat(over.outcome()).isEqualTo(Outcome.OVER_CAP);
        assertThat(over.explanation()).contains("started 3 runs in this hour");
        assertThat(await(firings.rule(held("over.example", "another", CAP))).outcome())
                .isEqualTo(Outcome.CLAIMED);
    }

    @Test
    void opensTheBreakerOnASpike() {
        for (int i = 0; i < FLOOR; i++) {
            var fired = await(firings.rule(held("spike" + i + ".example", "t" + i, CAP)));
            assertThat(fired.outcome()).isEqualTo(Outcome.CLAIMED);
            end(fired, Outcome.STARTED);
        }

        var next = rule("next.example");

        assertThat(next.outcome()).isEqualTo(Outcome.CLAIMED_HELD);
        var breaker = await(breakers.get(workspace));
        assertThat(breaker.open()).isTrue();
        assertThat(breaker.reason()).contains("A volume spike", "5 runs in this hour");
        assertThat(rule("later.example").outcome()).isEqualTo(Outcome.CLAIMED_HELD);

        await(breakers.reset(workspace, "olga"));
        assertThat(await(firings.rule(held("after.example", "calm", CAP))).outcome())
                .isEqualTo(Outcome.CLAIMED);
    }

    @Test
    void saysOnceADayThatAnAccountIsBusy() {
        end(rule("busy.example"), Outcome.ALREADY_ACTIVE);
        end(rule("busy.example"), Outcome.ALREADY_ACTIVE);

        assertThat(await(firings.list(workspace, "busy.example", "", "", 10))).hasSize(1);
    }

    private Fired rule(String domain) {
        return await(firings.rule(held(domain, "t", CAP)));
    }

    private FiringStore.Held held(String domain, String trigger, int cap) {
        var firing = new Fired(
                workspace, "", trigger, 1, domain, Outcome.CLAIMED, "", "intent > 1", Map.of(), "", Instant.now());
        return new FiringStore.Held(firing, new Limits(Duration.ofHours(168), cap, new LowBreaker()), List.of());
    }

    private void end(Fired firing, Outcome as) {
        await(firings.end(firing.ended(as, as == Outcome.REFUSED ? "" : "run_1", as + " it was")));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static final class LowBreaker implements TriggerConfig.Breaker {
        @Override
        public int perHour() {
            return 1000;
        }

        @Override
        public double multiple() {
            return 5;
        }

        @Override
        public int floor() {
            return FLOOR;
        }

        @Override
        public int perAccountAndDay() {
            return 3;
        }
    }
}
