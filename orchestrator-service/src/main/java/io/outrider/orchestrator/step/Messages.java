package io.outrider.orchestrator.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.run.ActionRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which messages a payload would send, read from the payload itself: a reviewer may have edited it. */
final class Messages {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Messages() {}

    static List<Claim.Message> of(String domain, ActionRow action) {
        if (!Payloads.sendsMessages(action.actionType())) {
            return List.of();
        }
        try {
            var payload = JSON.readTree(action.payload());
            var contact = payload.path("contact").path("email").asText("").toLowerCase(Locale.ROOT);
            var sequence = payload.path("sequenceId").asText(action.actionType());
            List<Claim.Message> messages = new ArrayList<>();
            for (int i = 0; i < payload.path("steps").size(); i++) {
                messages.add(new Claim.Message(domain, contact, sequence, i));
            }
            return messages;
        } catch (IOException e) {
            return List.of();
        }
    }
}
