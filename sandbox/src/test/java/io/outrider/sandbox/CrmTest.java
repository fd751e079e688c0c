package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrmTest {

    private static final String COMPANIES = "/crm/v3/objects/companies";
    private static final String CONTACTS = "/crm/v3/objects/contacts";

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
    void createsFindsAndUpdatesACompany() throws Exception {
        var id = create(COMPANIES, "{\"domain\":\"a.example\",\"name\":\"A\",\"outrider_score\":\"8\"}");

        var query = """
                {"limit":1,"filterGroups":[{"filters":[{"propertyName":"domain","operator":"EQ","value":"a.example"}]}]}""";
        assertThat(client.json("POST", COMPANIES + "/search", query)
                        .at("/results/0/id")
                        .asText())
                .isEqualTo(id);

        client.send("PATCH", COMPANIES + "/" + id, "{\"properties\":{\"city\":\"Ghent\"}}");
        client.send("PATCH", COMPANIES + "/a.example?idProperty=domain", "{\"properties\":{\"country\":\"Belgium\"}}");
        var properties = client.json("GET", COMPANIES + "/" + id, "").path("properties");
        assertThat(properties.path("city").asText()).isEqualTo("Ghent");
        assertThat(properties.path("country").asText()).isEqualTo("Belgium");
        assertThat(properties.path("name").asText()).isEqualTo("A");
    }

    @Test
    void findsByAnyProperty() throws Exception {
        create(COMPANIES, "{\"domain\":\"a.example\",\"city\":\"Ghent\"}");
        create(COMPANIES, "{\"domain\":\"b.example\",\"city\":\"Brno\"}");
        var query = """
                {"filterGroups":[{"filters":[{"propertyName":"city","operator":"EQ","value":"Brno"}]}]}""";
        assertThat(client.json("POST", COMPANIES + "/search", query).path("results"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.at("/properties/domain").asText()).isEqualTo("b.example"));
    }

    @Test
    void refusesAnUnknownPropertyInHubSpotsWords() throws Exception {
        var reply = client.send("POST", COMPANIES, "{\"properties\":{\"favourite_colour\":\"red\"}}");
        assertThat(reply.statusCode()).isEqualTo(400);
        var error = Client.json(reply.body());
        assertThat(error.path("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(error.at("/errors/0/context/propertyName/0").asText()).isEqualTo("favourite_colour");
    }

    @Test
    void refusesASecondContactWithTheSameEmail() throws Exception {
        var id = create(CONTACTS, "{\"email\":\"a@a.example\"}");
        var reply = client.send("POST", CONTACTS, "{\"properties\":{\"email\":\"A@a.example\"}}");
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("Existing ID: " + id);
    }

    @Test
    void upsertsInBatches() throws Exception {
        create(CONTACTS, "{\"email\":\"a@a.example\"}");
        var batch = """
                {"inputs":[{"id":"a@a.example","idProperty":"email","properties":{"firstname":"Ann"}},
                 {"id":"b@b.example","idProperty":"email","properties":{"firstname":"Bob"}}]}""";
        var results = client.json("POST", CONTACTS + "/batch/upsert", batch).path("results");
        assertThat(results).hasSize(2);
        assertThat(results.path(0).path("new").asBoolean()).isFalse();
        assertThat(results.path(1).path("new").asBoolean()).isTrue();
    }

    @Test
    void asksForATokenAndARealPath() throws Exception {
        assertThat(client.send("DELETE", COMPANIES + "/101", "{}").statusCode()).isEqualTo(404);
        assertThat(client.send("GET", COMPANIES + "/999", "").statusCode()).isEqualTo(404);
        assertThat(client.send("POST", COMPANIES, "no json").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/crm/v3/objects/tasks", "{\"properties\":{\"hs_task_subject\":\"x\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String create(String path, String properties) throws IOException, InterruptedException {
        var reply = client.send("POST", path, "{\"properties\":" + properties + "}");
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.headers().firstValue("X-HubSpot-RateLimit-Max")).isPresent();
        return Client.json(reply.body()).path("id").asText();
    }
}
