package io.outrider.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Json;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final String PAGE = "<page id=\"p1\" url=\"/\">We are 240 people in Ghent.</page>";

    private final Ask ask = new Ask();

    @Test
    void saysThatItIsSimulatedAndWhatItUsed() {
        var json = Json.read(ask.raw(PAGE, Ask.findings(), true, Spoil.NONE).body());
        assertThat(json.path("system_fingerprint").asText()).isEqualTo("simulated");
        assertThat(json.path("model").asText()).isEqualTo("sandbox-fast");
        assertThat(json.at("/usage/total_tokens").asInt())
                .isEqualTo(json.at("/usage/prompt_tokens").asInt()
                        + json.at("/usage/completion_tokens").asInt())
                .isPositive();
    }

    @Test
    void answersAnUnknownSchemaWithItsSmallestInstance() {
        var schema = Ask.object("name", Ask.TEXT, "count", Ask.typed("integer"), "tags", Ask.list(Ask.TEXT));
        assertThat(ask.forJson("anything", schema)).hasToString("{\"name\":\"\",\"count\":0,\"tags\":[]}");
    }

    @Test
    void refusesAStrictSchemaThatIsOpen() {
        var open = Ask.findings().put("additionalProperties", true);
        var reply = ask.raw(PAGE, open, true, Spoil.NONE);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(Json.read(reply.body()).at("/error/message").asText()).contains("additionalProperties");
    }

    @Test
    void refusesAStrictSchemaWithOptionalProperties() {
        var schema = Ask.findings();
        schema.putArray("required");
        assertThat(ask.raw(PAGE, schema, true, Spoil.NONE).status()).isEqualTo(400);
        assertThat(ask.raw(PAGE, schema, false, Spoil.NONE).status()).isEqualTo(200);
    }

    @Test
    void canBeToldToBreakItsJson() {
        var broken = ask.spoilt(PAGE, Ask.findings(), Spoil.MALFORMED_JSON);
        assertThatThrownBy(() -> Json.read(Buffer.buffer(broken))).isInstanceOf(BadJson.class);
        assertThat(ask.spoilt(PAGE, Ask.findings(), Spoil.MARKDOWN_JSON)).contains("```json");
        assertThat(ask.spoilt(PAGE, Ask.findings(), Spoil.WRONG_SCHEMA)).doesNotContain("claims");
    }
}
