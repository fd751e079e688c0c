package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Entry;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who make the same company, at a CRM that takes every one of them and whose search knows none yet. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class MakingAttackTest {

    private static final int RACERS = 32;
    private static final String COMPANY = "{\"domain\":\"%s\",\"properties\":{\"outrider_score\":\"8\"}}";

    @Inject
    Making.Shared makings;

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;
    private Connector crm;

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.searchLag(Duration.ofHours(1));
        crm = new HubSpotCrm(
                new JsonApi(door, sandbox.uri(), "secret", "application/json"),
                List.of("unheard_of"),
                makings.at(sandbox.uri().toString()),
                new Judge(Clock.systemUTC()));
    }

    @AfterEach
    void stopTheWorld() {
        sandbox.close();
        door.close();
    }

    @Test
    void makesOneCompanyForAllWhoWantIt() throws Exception {
        var racers = IntStream.range(0, RACERS)
                .<Callable<Outcome>>mapToObj(i -> () -> upsert("raced.example", "racer-" + i))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var racer : threads.invokeAll(racers)) {
                assertThat(racer.get()).isInstanceOfAny(Outcome.Done.class, Outcome.Busy.class);
            }
        }

        assertThat(made("companies")).hasSize(1);
        assertThat(upsert("raced.example", "late")).isInstanceOf(Outcome.Done.class);
        assertThat(made("companies")).hasSize(1);
    }

    @Test
    void givesEachTurnToOneOfTwoAndRemembersWhatEachMade() throws Exception {
        var making = makings.at(sandbox.uri().toString());
        var pairs = IntStream.range(0, RACERS)
                .mapToObj(i -> new Making.Key("companies", "pair-" + i / 2 + ".example"))
                .toList();
        var racers = IntStream.range(0, RACERS)
                .<Callable<Boolean>>mapToObj(i -> () -> takes(making, pairs.get(i), "racer-" + i))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ours = new ArrayList<Making.Key>();
            var took = threads.invokeAll(racers);
            for (int i = 0; i < RACERS; i++) {
                if (took.get(i).get()) {
                    ours.add(pairs.get(i));
                }
            }
            assertThat(ours).doesNotHaveDuplicates().hasSize(RACERS / 2);
        }
        assertThat(pairs).allSatisfy(key -> assertThat(making.find(key)).contains("made of " + key.value()));
    }

    private static boolean takes(Making making, Making.Key key, String by) {
        var ours = making.take(key, by) instanceof Making.Turn.Ours;
        if (ours) {
            making.made(key, by, "made of " + key.value());
        }
        return ours;
    }

    @Test
    void tiesWhatItMakesToWhatTheIndexDoesNotKnowYet() {
        var company = ((Outcome.Done) upsert("tied.example", "company")).externalId();
        var contact = (Outcome.Done) execute(
                "crm.contact.upsert", "{\"email\":\"bram@tied.example\",\"domain\":\"tied.example\"}", "contact");
        execute(
                "task.create",
                "{\"subject\":\"Call\",\"dueDate\":\"2026-12-01\",\"domain\":\"tied.example\",\"contactEmail\":\"bram@tied.example\"}",
                "task");

        assertThat(made("contacts").getFirst().body())
                .contains("\"associationTypeId\":279", "{\"to\":{\"id\":\"" + company + "\"}");
        assertThat(made("tasks").getFirst().body())
                .contains("{\"to\":{\"id\":\"" + company + "\"}", "{\"to\":{\"id\":\"" + contact.externalId() + "\"}");
    }

    @Test
    void waitsWhileNobodyKnowsWhetherItWasMade() {
        makings.at(sandbox.uri().toString()).take(new Making.Key("companies", "lost.example"), "stopped");

        assertThat(upsert("lost.example", "other")).isInstanceOf(Outcome.Busy.class);
        assertThat(made("companies")).isEmpty();
    }

    @Test
    void makesAnotherWhereTheOneItMadeIsGone() {
        var key = new Making.Key("companies", "gone.example");
        var making = makings.at(sandbox.uri().toString());
        making.take(key, "first");
        making.made(key, "first", "999999");

        assertThat(upsert("gone.example", "second")).isInstanceOf(Outcome.Busy.class);
        assertThat(upsert("gone.example", "second")).isInstanceOf(Outcome.Done.class);
        assertThat(made("companies")).hasSize(1);
    }

    @Test
    void leavesTheTurnToOthersWhereNothingWasMade() {
        var refused = execute(
                "crm.company.upsert",
                "{\"domain\":\"refused.example\",\"properties\":{\"unheard_of\":\"1\"}}",
                "first");

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(upsert("refused.example", "second")).isInstanceOf(Outcome.Done.class);
    }

    private List<Entry> made(String type) {
        return sandbox.received().effects(Kind.CRM).stream()
                .filter(it -> it.path().equals("/crm/v3/objects/" + type))
                .toList();
    }

    private Outcome upsert(String domain, String key) {
        return execute("crm.company.upsert", COMPANY.formatted(domain), key);
    }

    private Outcome execute(String type, String payload, String key) {
        return crm.execute(new Effect(type, payload.getBytes(StandardCharsets.UTF_8), key, "ws", "grt_1"));
    }
}
