package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.http.MeteredDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences of other vendors, deals, and what providers say of their limits, over real HTTP. */
class OtherVendorsTest {

    private static final String ENROLMENT = """
            {"sequenceId":"42","contact":{"email":"%s","firstName":"Mara","lastName":"Lind","title":"COO"},
             "steps":[{"index":0,"dayOffset":0,"channel":"EMAIL","subject":"Hello","body":"First."}]}""";

    private final Judge judge = new Judge(Clock.systemUTC());
    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();
    private Sandbox sandbox;

    enum Vendor {
        SALESLOFT("/v2/cadence_memberships"),
        HUBSPOT("/automation/v4/sequences/enrollments");

        final String effectPath;

        Vendor(String effectPath) {
            this.effectPath = effectPath;
        }
    }

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterEach
    void stopTheWorld() {
        sandbox.close();
        door.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void enrolsOnceAndSaysSoTheSecondTime(Vendor vendor) {
        var first = enrol(vendor, "mara@acme.example", "key-1");
        var second = enrol(vendor, "mara@acme.example", "key-2");

        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Already.class,
                        there -> assertThat(there.externalId()).isEqualTo(((Outcome.Done) first).externalId()));
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void doesNotKnowWhatBecameOfACutEnrolment(Vendor vendor) {
        sandbox.faults().add(FaultRule.on(Kind.SEQUENCE).path(vendor.effectPath).cut(Cut.AFTER));

        assertThat(enrol(vendor, "cut@acme.example", "key-1")).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void movesADealOnlyFromWhereItWasExpected() throws Exception {
        var id = deal("{\"properties\":{\"dealname\":\"Acme\",\"dealstage\":\"first\",\"amount\":\"100\"}}");

        var moved = crm().execute(deal(id, "first", "{\"dealstage\":\"second\"}"));
        var late = crm().execute(deal(id, "first", "{\"dealstage\":\"third\"}"));
        var priced = crm().execute(deal(id, "second", "{\"amount\":\"1\"}"));
        var undone = crm().undo(((Outcome.Done) moved).beforeImage(), "undo-1");

        assertThat(moved)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.detail()).isEqualTo("updated [dealstage]"));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.detail()).contains("moved by somebody else"));
        assertThat(priced).isInstanceOf(Outcome.Refused.class);
        assertThat(undone.restored()).containsExactly("dealstage");
    }

    @Test
    void closesAConnectorForAsLongAsItsProviderSays() {
        sandbox.faults().add(FaultRule.on(Kind.SEQUENCE).status(429).retryAfter(120));

        enrol(Vendor.SALESLOFT, "busy@acme.example", "key-1");

        assertThat(closed.get("sequencer")).isAfter(Instant.now().plusSeconds(100));
    }

    private Outcome enrol(Vendor vendor, String email, String key) {
        var metered = new MeteredDoor(door, "sequencer", limits(), Clock.systemUTC());
        var api = new JsonApi(metered, URI.create(sandbox.uri().toString()), "secret", "application/json");
        var connector = switch (vendor) {
            case SALESLOFT -> new Sequencers(judge, 8, new Alone()).salesloft(api, "");
            case HUBSPOT ->
                new Sequencers(judge, 8, new Alone())
                        .hubSpot(api, "mara@vendor.example", "7", "/automation/v4/sequences/enrollments");
        };
        return connector.execute(new Effect(
                "sequence.enrol", ENROLMENT.formatted(email).getBytes(StandardCharsets.UTF_8), key, "ws", "grt_1"));
    }

    private Limits limits() {
        return new Limits() {
            @Override
            public void close(String limit, Instant until) {
                closed.put(limit, until);
            }

            @Override
            public Optional<Instant> closedUntil(String limit) {
                return Optional.ofNullable(closed.get(limit));
            }

            @Override
            public Optional<Instant> take(String limit, int perMinute) {
                return Optional.empty();
            }
        };
    }

    private HubSpotCrm crm() {
        return new HubSpotCrm(
                new JsonApi(door, sandbox.uri(), "secret", "application/json"), List.of(), new Alone(), judge);
    }

    private static Effect deal(String id, String expected, String properties) {
        var payload = "{\"dealId\":\"%s\",\"expected\":{\"dealstage\":\"%s\"},\"properties\":%s}"
                .formatted(id, expected, properties);
        return new Effect("crm.deal.update", payload.getBytes(StandardCharsets.UTF_8), "key", "ws", "grt_1");
    }

    private String deal(String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(sandbox.uri() + "/crm/v3/objects/deals"))
                    .header("Authorization", "Bearer secret")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString()).body();
            return answer.replaceAll(".*?\"id\"\\s*:\\s*\"(\\d+)\".*", "$1");
        }
    }
}
