package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.grant.GrantClaims;
import io.outrider.kit.id.Ids;
import io.outrider.kit.id.Sha256;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestGrants;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.effect.Ledger;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.Rows;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One grant is one effect, whoever wants to use it and however often; what nobody signed is none. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class OneGrantTest {

    private static final String WORKSPACE = "onegrant";
    private static final String CRM = "crm.company.upsert:0";
    private static final String ENROL = "sequence.enrol:1";
    private static final int RACERS = 50;

    TestTokens tokens;
    World world;

    @Inject
    Ledger ledger;

    @Inject
    ScriptedConnectors outside;

    @Inject
    Rows rows;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(tokens, WORKSPACE);
        client.library("library", "");
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void makesOneEffectForFiftyRacersOfManyRuns() throws Exception {
        var action = action(Ids.next("grt"));
        var racers = new ArrayList<Callable<Claimed>>();
        for (int i = 0; i < RACERS; i++) {
            var run = waiting("racer" + i + "-onegrant.example");
            racers.add(() -> claim(run, run.getVersion(), action, List.of()));
        }

        wasWonOnce(race(racers));
        assertThat(effects(action)).isEqualTo("1");
    }

    @Test
    void makesOneEffectForFiftyRacersOfOneRun() throws Exception {
        var action = action(Ids.next("grt"));
        var run = waiting("same-onegrant.example");

        var racers = new ArrayList<Callable<Claimed>>();
        for (int i = 0; i < RACERS; i++) {
            racers.add(() -> claim(run, run.getVersion(), action, List.of()));
        }

        wasWonOnce(race(racers));
        assertThat(effects(action)).isEqualTo("1");
    }

    @Test
    void refusesAGrantThatWasUsed() {
        var action = action(Ids.next("grt"));
        var run = waiting("twice-onegrant.example");
        var won = (Claimed.Won) claim(run, run.getVersion(), action, List.of());
        var done = new Settlement(won.effectId(), won.attempt(), Settlement.State.DONE, "ext", "");

        var again = claim(run, won.version(), action, List.of(done));
        var oneMore = claim(run, won.version() + 1, action, List.of());

        assertThat(List.of(again, oneMore)).hasOnlyElementsOfType(Claimed.Used.class);
    }

    @Test
    void takesNoWordOfAnEarlierAttemptForTheLaterOne() {
        var action = action(Ids.next("grt"));
        var run = waiting("attempts-onegrant.example");
        var first = (Claimed.Won) claim(run, run.getVersion(), action, List.of());
        var busy = new Settlement(first.effectId(), first.attempt(), Settlement.State.BUSY, "", "429");
        claim(run, first.version(), action(Ids.next("grt")), List.of(busy));
        var second = (Claimed.Won) claim(run, first.version() + 1, action, List.of());

        // An old process, that knows of the first attempt only.
        claim(run, 0, action(Ids.next("grt")), List.of(busy));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(rows.text("select state from effect where id = ?", first.effectId()))
                .isEqualTo("CLAIMED");
        assertThat(rows.text("select count(*) from effect_message where effect_id = ?", first.effectId()))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "nonsense", "forged"})
    void doesNothingForARowThatSomebodyWroteByHand(String kind) {
        var domain = kind + "-onegrant.example";
        var run = waiting(domain);
        rows.write(
                "update run_action set state = 'GRANTED', grant_id = ?, grant_jws = ? where run_id = ? and key = ?",
                "grt_" + kind,
                jws(kind, run, domain),
                run.getId(),
                ENROL);

        world.gate.accept(run.getId(), CRM);
        world.gate.accept(run.getId(), "slack.message.post:2");

        var ended = client.ended(run.getId());
        assertThat(ended.getActionsList())
                .filteredOn(action -> action.getKey().equals(ENROL))
                .extracting(RunAction::getState)
                .containsExactly(io.outrider.orchestrator.v1.ActionState.ACTION_STATE_REFUSED);
        assertThat(outside.received("bram@" + domain)).isEmpty();
    }

    private String jws(String kind, Run run, String domain) {
        return switch (kind) {
            case "empty" -> "";
            case "nonsense" -> "a.b.c";
            default -> forged(run, domain);
        };
    }

    /** All that it says is right; only the key is another. */
    private String forged(Run run, String domain) {
        var sha256 =
                rows.text("select payload_sha256 from run_action where run_id = ? and key = ?", run.getId(), ENROL);
        var now = Instant.now();
        return new TestGrants("gate-test")
                .sign(new GrantClaims(
                        "grt_forged",
                        domain,
                        WORKSPACE,
                        "sequence.enrol",
                        run.getId(),
                        ENROL,
                        sha256,
                        "itm_" + run.getId() + ENROL,
                        1,
                        "rita",
                        1,
                        now,
                        now.plus(Duration.ofHours(1))));
    }

    private static void wasWonOnce(List<Claimed> answers) {
        assertThat(answers).filteredOn(Claimed.Won.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Claimed.Won))
                .hasSize(RACERS - 1)
                .allMatch(answer -> answer instanceof Claimed.Used || answer instanceof Claimed.Lost);
    }

    private static List<Claimed> race(List<Callable<Claimed>> racers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Claimed>();
            for (var answer : threads.invokeAll(racers)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Run waiting(String domain) {
        world.gate.ruling(domain, Ruling.PEND);
        return client.settled(client.start(domain).getId());
    }

    private Claimed claim(Run run, long version, ActionRow action, List<Settlement> settled) {
        var contact = action.grant().id() + "@acme.example";
        var message = new Claim.Message("acme.example", contact, "seq-1", 0);
        var wanted = new Claim.Wanted(Ids.next("eff"), action, List.of(message), List.of(contact));
        var key = new RunKey(WORKSPACE, run.getId());
        return ledger.claim(new Claim(key, version, Instant.EPOCH, wanted, List.of(), List.of(), settled))
                .join();
    }

    private String effects(ActionRow action) {
        return rows.text(
                "select count(*) from effect where grant_id = ?", action.grant().id());
    }

    private static ActionRow action(String grantId) {
        var payload = "{}".getBytes(StandardCharsets.UTF_8);
        return new ActionRow(
                "race",
                0,
                "sequence.enrol",
                ActionState.GRANTED,
                payload,
                Sha256.hex(payload),
                "itm_race",
                new ActionRow.GrantRef(grantId, "not verified here"),
                1,
                null,
                "",
                "");
    }
}
