package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.sandbox.received.Kind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private static final String API = "/sequencer/api/v2";

    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void enrolsAProspectOnce() throws Exception {
        var id = prospect("bram@ferrocraft.example");

        assertThat(enrol(id, "k1")).isEqualTo(201);
        assertThat(enrol(id, "k2")).isEqualTo(409);

        assertThat(sandbox.received().effects(Kind.SEQUENCE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.recipient()).isEqualTo("bram@ferrocraft.example"));
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() throws Exception {
        var id = prospect("bram@ferrocraft.example");

        assertThat(enrol(id, "k1")).isEqualTo(201);
        assertThat(enrol(id, "k1")).isEqualTo(201);

        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(1);
        assertThat(sandbox.received().summary().suppressed()).containsEntry(Kind.SEQUENCE, 1L);
    }

    @Test
    void findsAProspectByEmailAndTakesItsTexts() throws Exception {
        var id = prospect("bram@ferrocraft.example");
        var patch = "{\"data\":{\"type\":\"prospect\",\"id\":\"" + id + "\",\"attributes\":{\"custom1\":\"Subject\"}}}";
        assertThat(client.send("PATCH", API + "/prospects/" + id, patch).statusCode())
                .isEqualTo(200);

        var found = client.json("GET", API + "/prospects?filter%5Bemails%5D=bram%40ferrocraft.example", "");
        assertThat(found.at("/data/0/id").asText()).isEqualTo(id);
        assertThat(found.at("/data/0/attributes/custom1").asText()).isEqualTo("Subject");
    }

    @Test
    void enrolsInSalesloftAndHubSpotToo() throws Exception {
        var person = client.json("POST", "/v2/people", "{\"email_address\":\"a@a.example\"}")
                .at("/data/id")
                .asText();
        var membership = "{\"person_id\":\"" + person + "\",\"cadence_id\":\"7\"}";
        assertThat(client.send("POST", "/v2/cadence_memberships", membership).statusCode())
                .isEqualTo(200);
        assertThat(client.send("POST", "/v2/cadence_memberships", membership).statusCode())
                .isEqualTo(422);

        var enrolment = "{\"contactId\":\"1\",\"sequenceId\":\"2\",\"senderEmail\":\"m@tidewell.example\"}";
        var path = "/automation/v4/sequences/enrollments";
        assertThat(client.send("POST", path, enrolment).statusCode()).isEqualTo(200);
        assertThat(client.send("POST", path, enrolment).statusCode()).isEqualTo(400);
        assertThat(sandbox.received().effects(Kind.SEQUENCE)).hasSize(2);
    }

    private String prospect(String email) throws IOException, InterruptedException {
        var body = "{\"data\":{\"type\":\"prospect\",\"attributes\":{\"emails\":[\"" + email + "\"]}}}";
        return client.json("POST", API + "/prospects", body).at("/data/id").asText();
    }

    private int enrol(String prospect, String key) throws IOException, InterruptedException {
        var body = """
                {"data":{"type":"sequenceState","relationships":{"prospect":{"data":{"type":"prospect","id":"%s"}},
                 "sequence":{"data":{"type":"sequence","id":"seq-plant-uptime"}}}}}""".formatted(prospect);
        return client.send("POST", API + "/sequenceStates", body, "Idempotency-Key", key)
                .statusCode();
    }
}
