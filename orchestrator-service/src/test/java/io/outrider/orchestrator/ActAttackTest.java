package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.Wire;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends that are accepted and then cut, under a playbook that tries again what it can. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class ActAttackTest {

    private static final int SENDS = 60;
    private static final long SEED = 20_261_127;
    private static final Pattern RECIPIENT = Pattern.compile("bram@[a-z0-9.-]+");

    TestTokens tokens;

    @Inject
    ScriptedConnectors outside;

    private final Wire wire = new Wire();
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, "act-attack");
        client.library("library", "{step: act, attempts: 5, on_failure: retry}");
    }

    @AfterEach
    void hangUp() {
        outside.through(null);
        client.close();
        wire.close();
    }

    /** The provider knows no idempotency key and no recipient: whatever arrives twice is there twice. */
    @Test
    void reachesNobodyTwiceWhereSendsAreAcceptedAndThenCut() {
        outside.through(forgetful());
        wire.faults()
                .set(
                        List.of(
                                FaultRule.on(Kind.SLACK)
                                        .status(429)
                                        .retryAfter(1)
                                        .probability(0.3),
                                FaultRule.on(Kind.SLACK).cut(Cut.AFTER).probability(0.2)),
                        SEED);

        var batch = client.ended(Wire.sends("send", SENDS));

        var reached = wire.received().effects(Kind.SLACK).stream()
                .collect(Collectors.groupingBy(it -> recipient(it.body()), Collectors.counting()));
        assertThat(reached.values()).as("messages by recipient, seed %d", SEED).containsOnly(1L);
        assertThat(batch).as("parked, seed %d", SEED).anyMatch(ActAttackTest::isUnknown);
        assertThat(batch).filteredOn(run -> !isUnknown(run)).allSatisfy(ActAttackTest::isDoneOrUsedUp);
        assertThat(batch)
                .as("tried again, seed %d", SEED)
                .anyMatch(run -> times(run, "provider busy") > 0 && run.getState() == RunState.RUN_STATE_COMPLETED);
    }

    private Connector forgetful() {
        var slack = wire.slack();
        return new Connector() {
            @Override
            public String name() {
                return "forgetful";
            }

            @Override
            public Outcome execute(Effect effect) {
                var text = "{\"text\":\"" + recipient(ScriptedConnectors.text(effect)) + "\"}";
                return slack.execute(new Effect(
                        "slack.message.post",
                        text.getBytes(StandardCharsets.UTF_8),
                        effect.idempotencyKey(),
                        effect.workspace(),
                        effect.grantId()));
            }
        };
    }

    private static String recipient(String text) {
        var found = RECIPIENT.matcher(text);
        return found.find() ? found.group() : "nobody";
    }

    private static boolean isUnknown(Run run) {
        return run.getActions(1).getState() == ActionState.ACTION_STATE_UNKNOWN;
    }

    private static void isDoneOrUsedUp(Run run) {
        if (run.getState() == RunState.RUN_STATE_COMPLETED) {
            assertThat(times(run, "provider busy")).isLessThan(5);
        } else {
            assertThat(run.getActions(1).getReason()).startsWith("tried 5 times");
        }
    }

    private static int times(Run run, String event) {
        return Collections.frequency(
                run.getTimelineList().stream().map(TimelineEntry::getEvent).toList(), event);
    }
}
