package io.outrider.orchestrator.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.state.ActionState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void knowsAMailByItsPlaybookWhateverItSays() {
        var first = mail("plant-uptime", "Hello");
        var reworded = mail("plant-uptime", "Good morning");

        assertThat(reworded).isEqualTo(first);
        assertThat(mail("warehouse", "Hello")).isNotEqualTo(first);
    }

    private static List<Claim.Message> mail(String playbook, String subject) {
        var payload = "{\"to\":\"Mara@acme.example\",\"subject\":\"%s\",\"body\":\"b\"}".formatted(subject);
        return Messages.of(
                "acme.example",
                playbook,
                new ActionRow(
                        "email.send:1",
                        1,
                        "email.send",
                        ActionState.GRANTED,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "",
                        "",
                        ActionRow.GrantRef.NONE,
                        1,
                        null,
                        "",
                        ""));
    }
}
