package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Ids;
import io.outrider.kit.id.Sha256;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.effect.Claimed;
import io.outrider.orchestrator.effect.Ledger;
import io.outrider.orchestrator.fixture.Client;
import io.outrider.orchestrator.fixture.FakeGate.Ruling;
import io.outrider.orchestrator.fixture.ScriptedConnectors;
import io.outrider.orchestrator.fixture.World;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.RunKey;
import io.outrider.orchestrator.run.Settlement;
import io.outrider.orchestrator.run.state.ActionState;
import io.outrider.orchestrator.v1.BatchEntry;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunAction;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartBatchRequest;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real ledger and a real sequencer on the wire, with many who want the same and a wire that breaks. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class LedgerAttackTest {

    private static final int RACERS = 64;
    private static final int CONTACTS = 1_000;
    private static final int SENDS = 200;
    private static final long SEED = 20_261_122;
    private static final String ENROLMENT = """
            {"sequenceId":"seq-plant-uptime","contact":{"email":"%s","firstName":"Mara"},
             "steps":[{"index":0,"dayOffset":0,"channel":"EMAIL","subject":"Hello","body":"First."}]}""";

    TestTokens tokens;
    World world;

    @Inject
    Ledger ledger;

    @Inject
    ScriptedConnectors outside;

    private Sandbox sandbox;
    private LiveDoor door;
    private Connector sequencer;

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
        var api = new JsonApi(door, URI.create(sandbox.uri() + "/sequencer"), "secret", "application/vnd.api+json");
        sequencer = new Sequencers(new Judge(Clock.systemUTC()), 8).outreach(api, "");
    }

    @AfterEach
    void stopTheWorld() {
        outside.through(null);
        door.close();
        sandbox.close();
    }

    @Test
    void enrolsEachOfAThousandContactsOnceForSixtyFourRacers() throws Exception {
        try (var client = new Client(tokens, "racers");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            client.library("library", "");
            var racers = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < RACERS; i++) {
                var domain = "racer" + i + ".example";
                world.gate.ruling(domain, Ruling.PEND);
                var run = client.settled(client.start(domain).getId());
                var seed = SEED + i;
                racers.add(() -> race(run, new Random(seed)));
            }
            var won = 0;
            for (var racer : threads.invokeAll(racers)) {
                won += racer.get();
            }

            assertThat(won)
                    .as("enrolments that racers were given, seed %d", SEED)
                    .isEqualTo(CONTACTS);
            var seen = sandbox.received().summary();
            assertThat(seen.recipients().get(Kind.SEQUENCE)).isEqualTo(CONTACTS);
            assertThat(seen.doubled().get(Kind.SEQUENCE)).isEmpty();
        }
    }

    /** Wants every contact, in an order of its own. */
    private int race(Run run, Random random) {
        var contacts = new ArrayList<>(IntStream.range(0, CONTACTS).boxed().toList());
        Collections.shuffle(contacts, random);
        var key = new RunKey("racers", run.getId());
        var version = run.getVersion();
        var won = 0;
        List<Settlement> settled = List.of();
        for (var contact : contacts) {
            var email = "c" + contact + "@contacts.example";
            var action = action(email);
            var message = new Claim.Message("contacts.example", email, "seq-plant-uptime", 0);
            var wanted = new Claim.Wanted(Ids.next("eff"), action, List.of(message), List.of(email));
            var answer = ledger.claim(new Claim(key, version, Instant.EPOCH, wanted, List.of(), List.of(), settled))
                    .join();
            assertThat(answer).isInstanceOf(Claimed.Won.class);
            var mine = (Claimed.Won) answer;
            version = mine.version();
            if (mine.messages() == 1) {
                won++;
                var done = sequencer.execute(new Effect(
                        action.actionType(),
                        action.payload(),
                        mine.effectId(),
                        "racers",
                        action.grant().id()));
                assertThat(done).isInstanceOf(Outcome.Done.class);
                settled = List.of(new Settlement(mine.effectId(), mine.attempt(), Settlement.State.DONE, "", ""));
            } else {
                settled = List.of(
                        new Settlement(mine.effectId(), mine.attempt(), Settlement.State.REFUSED, "", "had it before"));
            }
        }
        return won;
    }

    private static ActionRow action(String email) {
        var payload = ENROLMENT.formatted(email).getBytes(StandardCharsets.UTF_8);
        return new ActionRow(
                "race",
                0,
                "sequence.enrol",
                ActionState.GRANTED,
                payload,
                Sha256.hex(payload),
                "itm_race",
                new ActionRow.GrantRef(Ids.next("grt"), "not verified here"),
                1,
                null,
                "",
                "");
    }

    @Test
    void parksEachSendThatWasCutAndRepeatsNone() {
        outside.through(sequencer);
        sandbox.faults()
                .set(
                        List.of(FaultRule.on(Kind.SEQUENCE)
                                .path("/sequencer/sequenceStates")
                                .cut(Cut.AFTER)
                                .probability(0.05)),
                        SEED);
        try (var client = new Client(tokens, "cutters")) {
            client.library("library", "");
            var askedBefore = world.gate.checkCalls.get();
            var batch = client.runs().startBatch(cutters()).getRunsList().stream()
                    .map(run -> client.ended(run.getId()))
                    .toList();

            var unknown = batch.stream()
                    .filter(run -> run.getState() == RunState.RUN_STATE_NEEDS_ATTENTION)
                    .toList();
            var seen = sandbox.received().summary();
            assertThat(unknown).as("parked, seed %d", SEED).isNotEmpty();
            // On a slow machine a leg may be taken for dead and its send parked, too: that is safe, and counted apart.
            var byWire = unknown.stream()
                    .filter(run -> !run.getReason().contains("died"))
                    .count();
            assertThat(seen.cut().get(Kind.SEQUENCE))
                    .as(
                            "cut, of parked %s",
                            unknown.stream().map(Run::getReason).distinct().toList())
                    .isBetween(byWire, (long) unknown.size());
            assertThat(seen.doubled().get(Kind.SEQUENCE)).isEmpty();
            assertThat(batch)
                    .extracting(Run::getState)
                    .containsOnly(RunState.RUN_STATE_COMPLETED, RunState.RUN_STATE_NEEDS_ATTENTION);
            assertThat(world.gate.checkCalls.get() - askedBefore)
                    .as("calls for the grants of %d runs with three actions each", SENDS)
                    .isLessThan(SENDS * 3);
            assertThat(unknown).allSatisfy(LedgerAttackTest::wasParkedAtOnce);
        }
    }

    /** Within five seconds after the cut, by the run's own clock. */
    private static void wasParkedAtOnce(Run run) {
        assertThat(run.getActionsList())
                .extracting(RunAction::getState)
                .containsOnlyOnce(io.outrider.orchestrator.v1.ActionState.ACTION_STATE_UNKNOWN);
        assertThat(run.getEndTime().getSeconds() - run.getCreateTime().getSeconds())
                .isLessThan(60);
        var told = run.getTimelineList().stream()
                .filter(entry -> entry.getEvent().equals("outcome unknown"))
                .findFirst()
                .orElseThrow();
        assertThat(run.getEndTime().getSeconds() - told.getTime().getSeconds()).isLessThan(5);
    }

    private static StartBatchRequest cutters() {
        var request = StartBatchRequest.newBuilder().setRequestId("cutters");
        for (int i = 0; i < SENDS; i++) {
            var domain = "cut" + i + ScriptedConnectors.THROUGH;
            request.addEntries(BatchEntry.newBuilder()
                    .setAccount(Account.newBuilder().setDomain(domain))
                    .setPerson(Person.newBuilder()
                            .setFirstName("Bram")
                            .setLastName("Claes")
                            .setEmail("bram@" + domain)));
        }
        return request.build();
    }
}
