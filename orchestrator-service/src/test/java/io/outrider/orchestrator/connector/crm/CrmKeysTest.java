package io.outrider.orchestrator.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Alone;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** How a record is found: by its id, its key, a second key; and what is believed of an index that lags behind. */
class CrmKeysTest {

    private static final String NOTHING = "{\"results\":[]}";
    private static final String SEVEN = "{\"results\":[{\"id\":\"7\",\"properties\":{}}]}";

    private final List<Call> calls = new ArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();

    @Test
    void believesTheRecordAndNotTheIndexOfIt() {
        answer(200, SEVEN);
        answer(200, "{\"id\":\"7\",\"properties\":{\"industry\":\"Hoists\",\"outrider_score\":\"3\"}}");
        answer(200, "{\"id\":\"7\"}");

        var done = upsert("crm.company.upsert", "{\"domain\":\"acme.example\",%s}");

        assertThat(sent()).containsExactly("POST search", "GET 7", "PATCH 7");
        assertThat(body(2)).contains("\"outrider_score\":\"8\"").doesNotContain("industry");
        assertThat(done)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        it -> assertThat(new String(it.beforeImage(), StandardCharsets.UTF_8))
                                .contains("\"outrider_score\":\"3\""));
    }

    @Test
    void makesTheCompanyThatTheIndexAloneStillHas() {
        answer(200, SEVEN);
        answer(404, "{}");
        answer(200, NOTHING);
        answer(200, NOTHING);
        answer(201, "{\"id\":\"8\"}");

        var done = upsert("crm.company.upsert", "{\"domain\":\"acme.example\",%s}");

        assertThat(sent()).containsExactly("POST search", "GET 7", "POST search", "POST search", "POST companies");
        assertThat(done).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void comesBackWhereTheIndexInsists() {
        answer(200, SEVEN);
        answer(404, "{}");
        answer(200, SEVEN);
        answer(404, "{}");

        assertThat(upsert("crm.company.upsert", "{\"domain\":\"acme.example\",%s}"))
                .isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void findsACompanyByAFurtherDomain() {
        answer(200, NOTHING);
        answer(200, SEVEN);
        answer(200, "{\"id\":\"7\",\"properties\":{}}");
        answer(200, "{\"id\":\"7\"}");

        upsert("crm.company.upsert", "{\"domain\":\"acme.example\",%s}");

        assertThat(body(0)).contains("\"propertyName\":\"domain\"");
        assertThat(body(1)).contains("hs_additional_domains", "CONTAINS_TOKEN");
        assertThat(sent()).endsWith("PATCH 7");
    }

    @Test
    void findsAContactByAFurtherAddress() {
        answer(200, NOTHING);
        answer(200, SEVEN);
        answer(200, "{\"id\":\"7\",\"properties\":{}}");
        answer(200, "{\"id\":\"7\"}");

        upsert("crm.contact.upsert", "{\"email\":\"mara@acme.example\",%s}");

        assertThat(body(1)).contains("hs_additional_emails", "CONTAINS_TOKEN");
        assertThat(sent()).endsWith("PATCH 7");
    }

    @Test
    void goesByTheIdThatTheCallerKnows() {
        answer(200, "{\"id\":\"9\",\"properties\":{}}");
        answer(200, "{\"id\":\"9\",\"properties\":{}}");
        answer(200, "{\"id\":\"9\"}");

        upsert("crm.company.upsert", "{\"crmId\":\"9\",\"domain\":\"acme.example\",%s}");

        assertThat(sent()).containsExactly("GET 9", "GET 9", "PATCH 9");
    }

    @Test
    void goesByTheDomainWhereTheIdIsGone() {
        answer(404, "{}");
        answer(200, SEVEN);
        answer(200, "{\"id\":\"7\",\"properties\":{}}");
        answer(200, "{\"id\":\"7\"}");

        upsert("crm.company.upsert", "{\"crmId\":\"9\",\"domain\":\"acme.example\",%s}");

        assertThat(sent()).containsExactly("GET 9", "POST search", "GET 7", "PATCH 7");
    }

    private Outcome upsert(String type, String payload) {
        var crm = new HubSpotCrm(
                new JsonApi(this::send, URI.create("https://crm.example"), "", "application/json"),
                List.of("industry"),
                new Alone(),
                new Judge(Clock.systemUTC()));
        var bytes = payload.formatted("\"properties\":{\"industry\":\"Cranes\",\"outrider_score\":\"8\"}")
                .getBytes(StandardCharsets.UTF_8);
        return crm.execute(new Effect(type, bytes, "key", "ws", "grt_1"));
    }

    private Answer send(Call call) {
        calls.add(call);
        return answers.remove();
    }

    private void answer(int status, String json) {
        answers.add(new Answer.Complete(status, Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> sent() {
        return calls.stream()
                .map(call -> call.method() + " " + call.uri().getPath().replaceAll(".*/", ""))
                .toList();
    }

    private String body(int call) {
        return new String(calls.get(call).body(), StandardCharsets.UTF_8);
    }
}
