package io.outrider.orchestrator.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.outrider.orchestrator.effect.Claim;
import io.outrider.orchestrator.run.ActionRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Which messages a payload would send, read from the payload itself: a reviewer may have edited it. */
final class Messages {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Messages() {}

    static List<Claim.Message> of(String domain, String playbookId, ActionRow action) {
        if (!Payloads.sendsMessages(action.actionType())) {
            return List.of();
        }
        try {
            var payload = JSON.readTree(action.payload());
            return payload.has("to") ? mail(domain, playbookId, action, payload) : sequence(domain, action, payload);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whom the messages reach, and every domain that these addresses and the account are in. */
    static List<String> addresses(String domain, List<Claim.Message> messages) {
        var addresses = new LinkedHashSet<String>();
        if (!messages.isEmpty()) {
            addDomains(domain, addresses);
        }
        for (var message : messages) {
            addresses.add(message.contact());
            addDomains(message.contact().substring(message.contact().indexOf('@') + 1), addresses);
        }
        return List.copyOf(addresses);
    }

    private static void addDomains(String host, Collection<String> addresses) {
        for (var at = host; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
            addresses.add(at);
        }
    }

    private static List<Claim.Message> sequence(String domain, ActionRow action, JsonNode payload) {
        var contact = payload.path("contact").path("email").asText("").toLowerCase(Locale.ROOT);
        var sequence = payload.path("sequenceId").asText(action.actionType());
        List<Claim.Message> messages = new ArrayList<>();
        for (int i = 0; i < payload.path("steps").size(); i++) {
            messages.add(new Claim.Message(domain, contact, sequence, i));
        }
        return messages;
    }

    /** A playbook's mail is its first and only one to a person, whatever its words are. */
    private static List<Claim.Message> mail(String domain, String playbookId, ActionRow action, JsonNode payload) {
        var contact = payload.path("to").asText("").toLowerCase(Locale.ROOT);
        return List.of(new Claim.Message(domain, contact, action.actionType() + ":" + playbookId, 0));
    }
}
