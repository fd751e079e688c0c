package io.outrider.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.fixture.WorldResource;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.received.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many runs that enrol one person in sequences of their own, at vendors whose lists do not name the first yet. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(WorldResource.class)
class EnrolmentTurnTest {

    private static final int RACERS = 16;
    private static final String PAYLOAD = """
            {"sequenceId":"%s","contact":{"email":"bram@raced.example"},"steps":[{"subject":"s","body":"words of %s"}]}""";

    @Inject
    Making.Shared makings;

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;

    enum Vendor {
        OUTREACH("/sequencer/sequenceStates", "POST", "/actions/finish"),
        SALESLOFT("/v2/cadence_memberships", "DELETE", ""),
        HUBSPOT("/automation/v4/sequences/enrollments", "", "");

        final String enrolments;
        final String end;
        final String endPath;

        Vendor(String enrolments, String end, String endPath) {
            this.enrolments = enrolments;
            this.end = end;
            this.endPath = endPath;
        }
    }

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.enrolmentLag(Duration.ofHours(1));
    }

    @AfterEach
    void stopTheWorld() {
        sandbox.close();
        door.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void enrolsAPersonOnceForAllWhoWantIt(Vendor vendor) throws Exception {
        known(vendor);

        assertThat(race(vendor))
                .hasSize(RACERS)
                .hasOnlyElementsOfTypes(Outcome.Done.class, Outcome.Busy.class, Outcome.Already.class);

        assertThat(enrolled(vendor)).hasSize(1);
        assertThat(enrol(vendor, "late")).isInstanceOf(Outcome.Already.class);
        assertThat(enrolled(vendor)).hasSize(1);
    }

    /** HubSpot refuses the second enrolment, but not the second's words. */
    @Test
    void leavesTheWordsOfWhoeverWasEnrolled() throws Exception {
        known(Vendor.HUBSPOT);

        var outcomes = race(Vendor.HUBSPOT);

        var winner = IntStream.range(0, RACERS)
                .filter(i -> outcomes.get(i) instanceof Outcome.Done)
                .mapToObj(i -> "words of racer-" + i)
                .findFirst();
        assertThat(call("GET", "/crm/v3/objects/contacts/bram@raced.example?idProperty=email", ""))
                .contains(winner.orElseThrow());
    }

    private List<Outcome> race(Vendor vendor) throws Exception {
        var racers = IntStream.range(0, RACERS)
                .<Callable<Outcome>>mapToObj(i -> () -> enrol(vendor, "racer-" + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(racers).stream().map(Future::resultNow).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OUTREACH", "SALESLOFT"})
    void enrolsAgainWhereTheFirstHasEnded(Vendor vendor) {
        var first = (Outcome.Done) enrol(vendor, "first");
        assertThat(enrol(vendor, "early")).isInstanceOf(Outcome.Already.class);

        end(vendor, first.externalId());

        assertThat(enrol(vendor, "second")).isInstanceOf(Outcome.Done.class);
        assertThat(enrolled(vendor)).hasSize(2);
    }

    @Test
    void leavesTheTurnToOthersWhereNothingWasMade() {
        sandbox.faults()
                .add(FaultRule.on(Kind.SEQUENCE)
                        .method("POST")
                        .path(Vendor.OUTREACH.enrolments)
                        .status(403));

        assertThat(enrol(Vendor.OUTREACH, "refused")).isInstanceOf(Outcome.Refused.class);
        sandbox.faults().clear();

        assertThat(enrol(Vendor.OUTREACH, "other")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void waitsWhileNobodyKnowsWhetherAnotherWasEnrolled() {
        sandbox.faults()
                .add(FaultRule.on(Kind.SEQUENCE)
                        .method("POST")
                        .path("/sequencer/sequenceStates")
                        .cut(Cut.AFTER));
        assertThat(enrol(Vendor.OUTREACH, "lost")).isInstanceOf(Outcome.Unknown.class);
        sandbox.faults().clear();

        assertThat(enrol(Vendor.OUTREACH, "other")).isInstanceOf(Outcome.Busy.class);
    }

    /** Whoever makes a new person meets the others there: the race is among those who find them. */
    private void known(Vendor vendor) {
        switch (vendor) {
            case OUTREACH ->
                call(
                        "POST",
                        "/sequencer/prospects",
                        "{\"data\":{\"attributes\":{\"emails\":[\"bram@raced.example\"]}}}");
            case SALESLOFT -> call("POST", "/v2/people", "{\"email_address\":\"bram@raced.example\"}");
            case HUBSPOT ->
                call("POST", "/crm/v3/objects/contacts", "{\"properties\":{\"email\":\"bram@raced.example\"}}");
        }
    }

    private List<?> enrolled(Vendor vendor) {
        return sandbox.received().effects(Kind.SEQUENCE).stream()
                .filter(it -> it.path().equals(vendor.enrolments))
                .toList();
    }

    private void end(Vendor vendor, String id) {
        call(vendor.end, vendor.enrolments + "/" + id + vendor.endPath, "");
    }

    private String call(String method, String path, String body) {
        var answer = door.send(new Call(
                method,
                URI.create(sandbox.uri() + path),
                Map.of("Authorization", "Bearer by-hand"),
                body.getBytes(StandardCharsets.UTF_8),
                !method.equals("GET")));
        return answer instanceof Answer.Complete whole ? whole.text() : "";
    }

    private Outcome enrol(Vendor vendor, String run) {
        return connector(vendor)
                .execute(new Effect(
                        "sequence.enrol",
                        PAYLOAD.formatted("of-" + run, run).getBytes(StandardCharsets.UTF_8),
                        run,
                        "ws",
                        "grt_1"));
    }

    private Connector connector(Vendor vendor) {
        var base = sandbox.uri() + (vendor == Vendor.OUTREACH ? "/sequencer" : "");
        var api = new JsonApi(door, URI.create(base), "secret", "application/json");
        var sequencers = new Sequencers(
                new Judge(Clock.systemUTC()), 8, makings.at(sandbox.uri().toString()));
        return switch (vendor) {
            case OUTREACH -> sequencers.outreach(api, "");
            case SALESLOFT -> sequencers.salesloft(api, "");
            case HUBSPOT -> sequencers.hubSpot(api, "mara@vendor.example", "7", vendor.enrolments);
        };
    }
}
