package io.outrider.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartBodyTest {

    @Test
    void readsAFlatRow() {
        var request = read("""
                {"requestId": "r1", "domain": "acme.com", "companyName": "Acme", "crmAccountId": "42",
                 "firstName": "Mara", "lastName": "Lind", "title": "COO", "email": "mara@acme.com",
                 "playbook": "uptime", "level": "Rules", "attributes": {"region": "DACH"},
                 "Clay Score": 7.5, "isCustomer": false, "empty": null}""");

        assertThat(request.getRequestId()).isEqualTo("r1");
        assertThat(request.getAccount().getDomain()).isEqualTo("acme.com");
        assertThat(request.getAccount().getName()).isEqualTo("Acme");
        assertThat(request.getAccount().getCrmAccountId()).isEqualTo("42");
        assertThat(request.getPerson().getEmail()).isEqualTo("mara@acme.com");
        assertThat(request.getOptions().getPlaybookId()).isEqualTo("uptime");
        assertThat(request.getOptions().getLevel()).isEqualTo(Level.LEVEL_RULES);
        assertThat(request.getAccount().getAttributesMap())
                .containsOnly(
                        java.util.Map.entry("region", "DACH"),
                        java.util.Map.entry("Clay Score", "7.5"),
                        java.util.Map.entry("isCustomer", "false"));
    }

    @Test
    void readsWhatARunMayBeTold() {
        var options = read("""
                {"domain": "acme.com", "depth": "Pro", "libraryRevision": 7, "shadow": true}""").getOptions();

        assertThat(options.getDepth()).isEqualTo(Depth.DEPTH_PRO);
        assertThat(options.getLibraryRevision()).isEqualTo(7);
        assertThat(options.getShadow()).isTrue();
        assertThat(read("{\"domain\": \"acme.com\", \"shadow\": \"TRUE\"}")
                        .getAccount()
                        .getAttributesMap())
                .isEmpty();
    }

    @Test
    void takesTheHeaderWhereTheBodyHasNoRequestId() {
        assertThat(StartBody.read(bytes("{\"domain\": \"a.com\"}"), "from-header")
                        .getRequestId())
                .isEqualTo("from-header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ ~ body",
                "[] ~ body",
                "'' ~ body",
                "{} {} ~ body",
                "{\"domain\": \"a.com\", \"domain\": \"b.com\"} ~ body",
                "{\"domain\": 5} ~ domain",
                "{\"email\": [\"a@b.c\"]} ~ email",
                "{\"level\": \"boss\"} ~ level",
                "{\"depth\": \"abyss\"} ~ depth",
                "{\"libraryRevision\": \"new\"} ~ libraryRevision",
                "{\"shadow\": \"perhaps\"} ~ shadow",
                "{\"callbackUrl\": \"https://acme.com/in\"} ~ callbackUrl",
                "{\"agent\": \"sequence\"} ~ agent",
                "{\"attributes\": \"x\"} ~ attributes",
                "{\"attributes\": {\"a\": {}}} ~ attributes.a",
                "{\"extra\": [1]} ~ extra",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var error = catchThrowableOfType(InvalidField.class, () -> read(body));

        assertThat(error.violations().getFirst().field()).isEqualTo(field);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var body = "{\"domain\": \"" + "a".repeat(FlatBody.MAX_BYTES) + "\"}";

        assertThatThrownBy(() -> read(body)).isInstanceOf(TooLarge.class);
    }

    private static StartRunRequest read(String body) {
        return StartBody.read(bytes(body), "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
