package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Limits;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a provider says of its limits holds for every replica, and for every action with the same credential. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class ProviderLimitTest {

    TestTokens tokens;

    @Inject
    Limits limits;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Rows rows;

    @Test
    void hearsWhatAnotherReplicaWasTold() {
        var until = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        rows.write(
                "insert into connector_limit (connector, closed_until) values ('hubspot:other', ?::timestamptz)",
                until.toString());

        Optional<Instant> heard = Optional.empty();
        for (var giveUp = Instant.now().plusSeconds(20);
                heard.isEmpty() && Instant.now().isBefore(giveUp); ) {
            heard = limits.closedUntil("hubspot:other");
            Thread.onSpinWait();
        }

        assertThat(heard).contains(until);
        assertThat(limits.closedUntil("hubspot:another")).isEmpty();
    }

    @Test
    void callsNobodyBeforeTheWindowOpens() {
        try (var client = new Client(tokens, "limits")) {
            client.library("library", "");
            limits.close("scripted", Instant.now().plusSeconds(2));

            var run = client.ended(client.start("limits.example").getId());

            assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED);
            assertThat(run.getTimelineList())
                    .extracting(TimelineEntry::getEvent)
                    .containsSubsequence("postponed", "effect confirmed");
            assertThat(outside.received("\"limits.example\"")).isNotEmpty();
        }
    }

    @Test
    void countsNoAttemptOfWhatHasToWaitForItsMinute() {
        rows.write(
                "insert into connector_limit (connector, closed_until, minute, used) values ('paced', '-infinity', ?::timestamptz, 1)",
                Instant.now().plusSeconds(86_400).toString());
        outside.counted("paced", 1);
        try (var client = new Client(tokens, "paced")) {
            client.library("library", "");

            var id = client.start("paced.example").getId();
            var run = client.until(id, it -> !it.getReason().isEmpty());

            assertThat(run.getTimelineList())
                    .extracting(TimelineEntry::getEvent)
                    .contains("postponed");
            assertThat(outside.received("\"paced.example\"")).isEmpty();
            assertThat(rows.text("select count(*) from effect where run_id = ?", id))
                    .isEqualTo("0");
        } finally {
            outside.uncounted();
        }
    }

    @Test
    void keepsTheLatestOfTwoEnds() {
        var later = Instant.now().plusSeconds(900);

        limits.close("hubspot:two", later);
        limits.close("hubspot:two", later.minusSeconds(300));

        assertThat(limits.closedUntil("hubspot:two")).contains(later);
    }
}
