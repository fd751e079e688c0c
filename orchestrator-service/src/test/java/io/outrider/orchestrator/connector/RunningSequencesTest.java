package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All sequences of a person send what stands in the same fields: whoever is in one keeps its words. */
class RunningSequencesTest {

    private static final String BRAM = "bram@ferrocraft.example";
    private static final String HUBSPOT = "/automation/v4/sequences/enrollments";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;

    enum Vendor {
        OUTREACH("/sequencer/prospects/%s", "/data/attributes/custom%d", "/sequencer/sequenceStates"),
        SALESLOFT(
                "/v2/people?email_addresses[]=" + BRAM,
                "/data/0/custom_fields/outrider_body_%d",
                "/v2/cadence_memberships"),
        HUBSPOT("/crm/v3/objects/contacts/%s", "/properties/outrider_body_%d", RunningSequencesTest.HUBSPOT);

        final String person;
        final String body;
        final String enrolments;

        Vendor(String person, String body, String enrolments) {
            this.person = person;
            this.body = body;
            this.enrolments = enrolments;
        }

        String body(int number) {
            return body.formatted(this == OUTREACH ? 2 * number : number);
        }

        boolean isOfAPerson(Call call) {
            var path = call.uri().getPath();
            return path.matches("/sequencer/prospects/\\d+|/v2/people/\\d+|/crm/v3/objects/contacts/\\d+");
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
    void changesNothingWhileAnotherSequenceRuns(Vendor vendor) {
        enrol(vendor, door, "41", "first", 2);
        var before = writes();

        var outcome = enrol(vendor, door, "42", "second", 2);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Already.class, barred -> {
            assertThat(barred.externalId())
                    .as("that enrolment is not the effect's")
                    .isEmpty();
            assertThat(barred.detail()).contains("another sequence, 41", "nothing was changed");
        });
        assertThat(writes()).isEqualTo(before);
        assertThat(body(vendor, 2)).isEqualTo("first 2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OUTREACH", "SALESLOFT"})
    void enrolsWhereTheOtherHasEndedAndEmptiesWhatItLeft(Vendor vendor) {
        var first = (Outcome.Done) enrol(vendor, door, "41", "first", 3);
        end(vendor, first.externalId());

        assertThat(enrol(vendor, door, "42", "second", 2)).isInstanceOf(Outcome.Done.class);
        assertThat(body(vendor, 2)).isEqualTo("second 2");
        assertThat(body(vendor, 3))
                .as("a template of three steps would send it")
                .isEmpty();
    }

    @Test
    void emptiesWhatAnEarlierDraftLeftInHubSpot() {
        sandboxCall(
                "POST",
                "/crm/v3/objects/contacts",
                "{\"properties\":{\"email\":\"" + BRAM
                        + "\",\"outrider_body_3\":\"first 3\",\"outrider_body_1\":\"first 1\"}}");

        assertThat(enrol(Vendor.HUBSPOT, door, "42", "second", 2)).isInstanceOf(Outcome.Done.class);
        assertThat(body(Vendor.HUBSPOT, 1)).isEqualTo("second 1");
        assertThat(body(Vendor.HUBSPOT, 3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void putsTheWordsBackWhereAnotherSequenceBeganMeanwhile(Vendor vendor) {
        var first = enrol(vendor, door, "40", "first", 2);
        if (vendor == Vendor.HUBSPOT) {
            // HubSpot's API ends no enrolment: another contact's words stand for it.
            sandbox.close();
            sandbox = Sandbox.start(SandboxOptions.defaults());
            sandboxCall(
                    "POST",
                    "/crm/v3/objects/contacts",
                    "{\"properties\":{\"email\":\"" + BRAM + "\",\"outrider_body_2\":\"first 2\"}}");
        } else {
            end(vendor, ((Outcome.Done) first).externalId());
        }
        var began = new AtomicBoolean();
        HttpDoor interrupted = call -> {
            if (call.writes() && vendor.isOfAPerson(call) && began.compareAndSet(false, true)) {
                enrolByHand(vendor, "41");
            }
            return door.send(call);
        };

        var outcome = enrol(vendor, interrupted, "42", "second", 2);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Already.class,
                        barred -> assertThat(barred.detail()).contains("another sequence, 41", "put back"));
        assertThat(body(vendor, 2)).isEqualTo("first 2");
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void refusesMoreMessagesThanTemplatesName(Vendor vendor) {
        assertThat(enrol(vendor, door, "42", "long", 9)).isInstanceOf(Outcome.Refused.class);
        assertThat(sandbox.received().list(Kind.SEQUENCE)).isEmpty();
    }

    private Outcome enrol(Vendor vendor, HttpDoor through, String sequence, String words, int messages) {
        var base = sandbox.uri() + (vendor == Vendor.OUTREACH ? "/sequencer" : "");
        var api = new JsonApi(through, URI.create(base), "secret", "application/json");
        var sequencers = new Sequencers(new Judge(Clock.systemUTC()), 8, new Alone());
        var connector = switch (vendor) {
            case OUTREACH -> sequencers.outreach(api, "");
            case SALESLOFT -> sequencers.salesloft(api, "");
            case HUBSPOT -> sequencers.hubSpot(api, "mara@vendor.example", "7", HUBSPOT);
        };
        var steps = IntStream.rangeClosed(1, messages)
                .mapToObj(n -> "{\"subject\":\"About it\",\"body\":\"" + words + " " + n + "\"}")
                .collect(Collectors.joining(","));
        var payload = "{\"sequenceId\":\"%s\",\"contact\":{\"email\":\"%s\"},\"steps\":[%s]}"
                .formatted(sequence, BRAM, steps);
        return connector.execute(
                new Effect("sequence.enrol", payload.getBytes(StandardCharsets.UTF_8), words, "ws", "grt_1"));
    }

    private void enrolByHand(Vendor vendor, String sequence) {
        var id = personId(vendor);
        var body = switch (vendor) {
            case OUTREACH ->
                "{\"data\":{\"relationships\":{\"prospect\":{\"data\":{\"id\":\"%s\"}},\"sequence\":{\"data\":{\"id\":\"%s\"}}}}}";
            case SALESLOFT -> "{\"person_id\":\"%s\",\"cadence_id\":\"%s\"}";
            case HUBSPOT -> "{\"contactId\":\"%s\",\"sequenceId\":\"%s\",\"senderEmail\":\"a@b.example\"}";
        };
        sandboxCall("POST", vendor.enrolments, body.formatted(id, sequence));
    }

    private void end(Vendor vendor, String enrolment) {
        if (vendor == Vendor.OUTREACH) {
            sandboxCall("POST", vendor.enrolments + "/" + enrolment + "/actions/finish", "{}");
        } else {
            sandboxCall("DELETE", vendor.enrolments + "/" + enrolment, "");
        }
    }

    private String personId(Vendor vendor) {
        return switch (vendor) {
            case OUTREACH ->
                sandboxCall("GET", "/sequencer/prospects?filter%5Bemails%5D=" + BRAM, "")
                        .at("/data/0/id")
                        .asText();
            case SALESLOFT ->
                sandboxCall("GET", "/v2/people?email_addresses%5B%5D=" + BRAM, "")
                        .at("/data/0/id")
                        .asText();
            case HUBSPOT ->
                sandboxCall("GET", "/crm/v3/objects/contacts/" + BRAM + "?idProperty=email", "")
                        .path("id")
                        .asText();
        };
    }

    private String body(Vendor vendor, int number) {
        var path = vendor.person.formatted(personId(vendor)).replace("[]", "%5B%5D");
        return sandboxCall("GET", path, "").at(vendor.body(number)).asText();
    }

    private long writes() {
        return sandbox.received().list(Kind.SEQUENCE).stream()
                        .filter(it -> !it.method().equals("GET"))
                        .count()
                + sandbox.received().effects(Kind.CRM).size();
    }

    private JsonNode sandboxCall(String method, String path, String body) {
        var call = new Call(
                method,
                URI.create(sandbox.uri() + path),
                Map.of("Authorization", "Bearer by-hand"),
                body.getBytes(StandardCharsets.UTF_8),
                true);
        if (!(door.send(call) instanceof Answer.Complete whole) || !whole.isSuccess()) {
            throw new AssertionError("The sandbox refuses " + method + " " + path);
        }
        try {
            return JSON.readTree(whole.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
