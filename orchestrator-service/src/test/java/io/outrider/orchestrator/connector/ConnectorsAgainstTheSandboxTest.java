package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.http.RehearsalDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.connector.slack.SlackWebhook;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.received.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connectors over real HTTP, with what a real network and real providers do wrong. */
class ConnectorsAgainstTheSandboxTest {

    private static final Judge JUDGE = new Judge(Clock.systemUTC());
    private static final LiveDoor DOOR = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** Waits for less than the sandbox is told to hold an answer back. */
    private static final LiveDoor HASTY = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(3));

    private static final String COMPANY =
            "{\"domain\":\"%s\",\"name\":\"Acme\",\"properties\":{\"industry\":\"Cranes\",\"outrider_score\":\"8\"}}";
    private static final String ENROLMENT = """
            {"sequenceId":"seq-plant-uptime","contact":{"email":"%s","firstName":"Mara","lastName":"Lind","title":"COO"},
             "steps":[{"index":0,"dayOffset":0,"channel":"EMAIL","subject":"Hello","body":"First."},
                      {"index":1,"dayOffset":3,"channel":"EMAIL","subject":"Again","body":"Second."}]}""";

    private static Sandbox sandbox;
    private static int number;

    /** Every system we write to. */
    enum Outside {
        CRM(Kind.CRM, "crm.company.upsert", COMPANY, "/crm/v3/objects/companies"),
        SEQUENCER(Kind.SEQUENCE, "sequence.enrol", ENROLMENT, "/sequencer/sequenceStates"),
        SLACK(Kind.SLACK, "slack.message.post", "{\"text\":\"About %s\"}", "/slack"),
        TASK(Kind.CRM, "task.create", "{\"subject\":\"Call %s\",\"dueDate\":\"2026-12-01\"}", "/crm/v3/objects/tasks");

        final Kind kind;
        final String actionType;
        final String payload;

        /** Of the call that is the effect, not of those that prepare it. */
        final String effectPath;

        Outside(Kind kind, String actionType, String payload, String effectPath) {
            this.kind = kind;
            this.actionType = actionType;
            this.payload = payload;
            this.effectPath = effectPath;
        }

        Effect effect() {
            var subject = this == SEQUENCER ? "mara" + ++number + "@acme.example" : "acme" + ++number + ".example";
            return new Effect(
                    actionType,
                    payload.formatted(subject).getBytes(StandardCharsets.UTF_8),
                    "key-" + number,
                    "ws",
                    "grt_1");
        }

        Connector connector(HttpDoor door) {
            return switch (this) {
                case CRM, TASK ->
                    new HubSpotCrm(api(door, "", "application/json"), List.of("name", "industry"), new Alone(), JUDGE);
                case SEQUENCER ->
                    new Sequencers(JUDGE, 8, new Alone())
                            .outreach(api(door, "/sequencer", "application/vnd.api+json"), "");
                case SLACK -> new SlackWebhook(door, URI.create(sandbox.uri() + "/slack/services/T0/B0/x"), JUDGE);
            };
        }

        private static JsonApi api(HttpDoor door, String path, String type) {
            return new JsonApi(door, URI.create(sandbox.uri() + path), "secret", type);
        }

        /** Breaks the one call that has the effect: CRM companies are made by a POST that is no search. */
        FaultRule fault() {
            return FaultRule.on(kind).path(effectPath);
        }
    }

    @BeforeAll
    static void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stopTheWorld() {
        sandbox.close();
        DOOR.close();
        HASTY.close();
    }

    @BeforeEach
    void nothingIsWrong() {
        sandbox.faults().clear();
        sandbox.received().clear();
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesWhatThePayloadSays(Outside system) {
        var effect = system.effect();

        var outcome = system.connector(DOOR).execute(effect);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(sandbox.received().effects(system.kind))
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it.key()).isEqualTo(effect.idempotencyKey()));
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesNotKnowWhenTheConnectionIsCutAfterTheEffect(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).cut(Cut.AFTER));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
        assertThat(sandbox.received().effects(system.kind)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesNotKnowWhenTheConnectionIsCutBeforeTheEffect(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).cut(Cut.BEFORE));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
        assertThat(sandbox.received().effects(system.kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesNotKnowWhenNoAnswerComesInTime(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).latency(Duration.ofSeconds(6)));

        assertThat(system.connector(HASTY).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesNotKnowAfterAServerError(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).status(500));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void doesNotKnowAfterUnavailableWithoutAPromise(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).status(503));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void comesBackWhenTheProviderSaysSo(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).status(503).retryAfter(7));

        assertThat(system.connector(DOOR).execute(system.effect()))
                .isInstanceOfSatisfying(
                        Outcome.Busy.class,
                        busy -> assertThat(busy.retryAfter()).hasSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void comesBackAfterTooManyRequests(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).status(429).retryAfter(3));

        assertThat(system.connector(DOOR).execute(system.effect()))
                .isInstanceOfSatisfying(
                        Outcome.Busy.class,
                        busy -> assertThat(busy.retryAfter()).hasSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void takesNoForAnAnswer(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).status(403));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(value = Outside.class, names = "SLACK", mode = EnumSource.Mode.EXCLUDE)
    void doesNotKnowWhenTheAnswerIsBroken(Outside system) {
        sandbox.faults().add(onlyTheEffect(system).spoil(Spoil.MALFORMED_JSON));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Unknown.class);
        assertThat(sandbox.received().effects(system.kind)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outside.class,
            names = {"CRM", "SEQUENCER"})
    void comesBackWhenALookUpFails(Outside system) {
        sandbox.faults().add(FaultRule.on(system.kind).status(500));

        assertThat(system.connector(DOOR).execute(system.effect())).isInstanceOf(Outcome.Busy.class);
        assertThat(sandbox.received().effects(system.kind)).isEmpty();
    }

    @Test
    void enrolsOnceWhateverThePreparationWentThrough() {
        var effect = Outside.SEQUENCER.effect();
        var connector = Outside.SEQUENCER.connector(DOOR);
        sandbox.faults()
                .add(FaultRule.on(Kind.SEQUENCE)
                        .path("/sequencer/prospects")
                        .cut(Cut.AFTER)
                        .times(2));

        assertThat(connector.execute(effect)).isInstanceOf(Outcome.Busy.class);
        sandbox.faults().clear();

        assertThat(connector.execute(effect)).isInstanceOf(Outcome.Done.class);
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
    }

    @Test
    void leavesAloneWhoeverIsInTheSequence() {
        var effect = Outside.SEQUENCER.effect();
        var connector = Outside.SEQUENCER.connector(DOOR);
        var first = (Outcome.Done) connector.execute(effect);
        var before = sandbox.received().list(Kind.SEQUENCE).stream()
                .filter(it -> !it.method().equals("GET"))
                .count();

        var again = new Effect(effect.actionType(), effect.payload(), "another-key", "ws", "grt_2");

        assertThat(connector.execute(again))
                .isInstanceOfSatisfying(
                        Outcome.Already.class,
                        there -> assertThat(there.externalId()).isEqualTo(first.externalId()));
        assertThat(sandbox.received().list(Kind.SEQUENCE))
                .as("the messages that are being sent stay as they are")
                .filteredOn(it -> !it.method().equals("GET"))
                .hasSize((int) before);
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void writesNothingThatOthersMayHaveTakenOver(Outside system) {
        var ticks = new AtomicLong();
        var window = Window.open(ticks::get, Duration.ofSeconds(10));
        ticks.set(Duration.ofSeconds(11).toNanos());

        var late = window.during(() -> system.connector(DOOR).execute(system.effect()));

        assertThat(late)
                .isInstanceOfSatisfying(
                        Outcome.Busy.class, busy -> assertThat(busy.reason()).contains(Window.OVER));
        assertThat(sandbox.received().effects(system.kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void rehearsesTheVeryBytesOfEachCall(Outside system) {
        var door = new RehearsalDoor(DOOR);
        var effect = system.effect();

        var outcome = system.connector(door).execute(effect);

        assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
        assertThat(sandbox.received().effects(system.kind)).isEmpty();
        system.connector(DOOR).execute(effect);
        var effectOfIt = sandbox.received().effects(system.kind).getFirst();
        // Where the provider gives an id that a later call carries, nobody can know it before.
        assertThat(door.writes())
                .anySatisfy(call -> assertThat(call.uri().getPath()).isEqualTo(effectOfIt.path()));
        assertThat(sandbox.received().list(system.kind))
                .filteredOn(it -> !it.path().endsWith("/search") && !it.method().equals("GET"))
                .extracting(it -> it.body().replaceAll("\"id\":\"\\d+\"", "\"id\":\"{new}\""))
                .containsExactlyElementsOf(door.writes().stream()
                        .map(call -> new String(call.body(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void putsTheMessagesWhereTheSequenceReadsThem() {
        Outside.SEQUENCER.connector(DOOR).execute(Outside.SEQUENCER.effect());

        assertThat(sandbox.received().list(Kind.SEQUENCE))
                .anySatisfy(it -> assertThat(it.body())
                        .contains("\"custom1\":\"Hello\"", "\"custom2\":\"First.\"", "\"custom4\":\"Second.\""));
    }

    @Test
    void fillsInWhatIsEmptyAndKeepsWhatAPersonWrote() {
        var connector = Outside.CRM.connector(DOOR);
        var effect = Outside.CRM.effect();
        connector.execute(effect);
        var changed = new String(effect.payload(), StandardCharsets.UTF_8)
                .replace("Cranes", "Hoists")
                .replace("\"8\"", "\"9\"");

        var outcome = connector.execute(
                new Effect(effect.actionType(), changed.getBytes(StandardCharsets.UTF_8), "key-2", "ws", "grt_2"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.detail()).contains("outrider_score", "kept what was there: industry");
            assertThat(new String(done.beforeImage(), StandardCharsets.UTF_8))
                    .contains("\"created\":false", "\"outrider_score\":\"8\"")
                    .doesNotContain("industry");
        });
        assertThat(sandbox.received().effects(Kind.CRM).getLast().body()).doesNotContain("Hoists");
    }

    @Test
    void refusesAFieldThatIsNotOnTheList() {
        var payload = "{\"domain\":\"acme.example\",\"properties\":{\"hubspot_owner_id\":\"7\",\"industry\":\"x\"}}";

        var outcome = Outside.CRM
                .connector(DOOR)
                .execute(
                        new Effect("crm.company.upsert", payload.getBytes(StandardCharsets.UTF_8), "k", "ws", "grt_1"));

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused("these fields are not on the list that may be written: hubspot_owner_id"));
        assertThat(sandbox.received().list(Kind.CRM)).isEmpty();
    }

    @Test
    void showsTheExactBytesAndSendsNone() {
        var door = new RehearsalDoor(DOOR);
        var effect = Outside.SEQUENCER.effect();

        var outcome = Outside.SEQUENCER.connector(door).execute(effect);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).isEmpty();
        Outside.SEQUENCER.connector(DOOR).execute(effect);
        var sent = sandbox.received().list(Kind.SEQUENCE).stream()
                .filter(it -> it.method().equals("POST"))
                .toList();
        assertThat(door.writes()).extracting(Call::method).containsExactly("POST", "POST");
        assertThat(new String(door.writes().getFirst().body(), StandardCharsets.UTF_8))
                .isEqualTo(sent.getFirst().body());
    }

    @Test
    void comesBackWhenNobodyListens() {
        var nowhere = new SlackWebhook(DOOR, URI.create("http://127.0.0.1:1/services/x"), JUDGE);
        var unknownHost = new SlackWebhook(DOOR, URI.create("http://no-such-host.invalid/x"), JUDGE);

        assertThat(nowhere.execute(Outside.SLACK.effect())).isInstanceOf(Outcome.Busy.class);
        assertThat(unknownHost.execute(Outside.SLACK.effect())).isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void refusesAPayloadThatIsNotJson() {
        for (var system : Outside.values()) {
            var effect = new Effect(system.actionType, new byte[] {'{'}, "k", "ws", "grt_1");

            assertThat(system.connector(DOOR).execute(effect))
                    .isEqualTo(new Outcome.Refused("the payload is not JSON"));
        }
    }

    /** A company is searched for below the path where one is made; so the effect here is an update, on its own path. */
    private static FaultRule onlyTheEffect(Outside system) {
        return system == Outside.CRM
                ? system.fault().method("PATCH").path("/crm/v3/objects/companies/" + idOfTheNextCompany())
                : system.fault();
    }

    private static String idOfTheNextCompany() {
        var payload = "{\"domain\":\"acme%d.example\"}".formatted(number + 1).getBytes(StandardCharsets.UTF_8);
        var made =
                Outside.CRM.connector(DOOR).execute(new Effect("crm.company.upsert", payload, "seed", "ws", "grt_0"));
        sandbox.received().clear();
        return ((Outcome.Done) made).externalId();
    }
}
