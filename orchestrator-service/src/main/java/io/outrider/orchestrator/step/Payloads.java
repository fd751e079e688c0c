package io.outrider.orchestrator.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.type.v1.Channel;
import io.outrider.type.v1.PlaybookAction;
import io.outrider.type.v1.SequenceStep;
import java.util.Locale;
import java.util.Optional;

/** The exact bytes of each action's payload. Keys stand in the order in which they are written here. */
final class Payloads {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int USUAL_DUE_DAYS = 2;
    private static final String OWNER = "hubspot_owner_id";

    private Payloads() {}

    /** Empty where the run lacks what the action needs. */
    static Optional<byte[]> of(PlaybookAction action, Known known) {
        return (switch (action.getType()) {
                    case "crm.company.upsert" -> Optional.of(company(action, known));
                    case "crm.deal.update" -> MorePayloads.deal(action, known);
                    case "email.send" -> MorePayloads.mail(action, known);
                    case "webhook.post" -> Optional.of(MorePayloads.webhook(action, known));
                    case "crm.contact.upsert" -> known.mayWrite() ? Optional.of(person(action, known)) : none();
                    case "sequence.enrol" -> enrolment(action, known);
                    case "slack.message.post" -> Optional.of(slack(action, known));
                    case "task.create" -> Optional.of(task(action, known));
                    default -> none();
                })
                .map(Payloads::bytes);
    }

    /** Whether the action sends messages to the person. */
    static boolean sendsMessages(String actionType) {
        return actionType.equals("sequence.enrol") || actionType.equals("email.send");
    }

    private static ObjectNode company(PlaybookAction action, Known known) {
        var json = JSON.createObjectNode().put("domain", known.account().getDomain());
        if (!known.account().getCrmAccountId().isBlank()) {
            json.put("crmId", known.account().getCrmAccountId());
        }
        json.put("name", known.companyName());
        var verdict = known.verdict().result();
        var properties = json.putObject("properties");
        Territory.owner(action, known).ifPresent(owner -> properties.put(OWNER, owner));
        properties
                .put("outrider_score", Integer.toString(verdict.getScore()))
                .put("outrider_tier", Words.of(verdict.getTier()))
                .put("outrider_playbook", known.playbook().getId())
                .put("outrider_rationale", verdict.getRationale());
        return json;
    }

    private static ObjectNode person(PlaybookAction action, Known known) {
        var json = contact(known).put("domain", known.account().getDomain());
        Territory.owner(action, known)
                .ifPresent(owner -> json.putObject("properties").put(OWNER, owner));
        return json;
    }

    private static ObjectNode contact(Known known) {
        var person = known.person();
        var json = JSON.createObjectNode().put("email", person.getEmail());
        return json.put("firstName", person.getFirstName())
                .put("lastName", person.getLastName())
                .put("title", person.getTitle());
    }

    private static Optional<ObjectNode> enrolment(PlaybookAction action, Known known) {
        if (!known.mayWrite() || known.sequence().isEmpty()) {
            return none();
        }
        var sequence = known.sequence().get().result();
        var json = JSON.createObjectNode();
        json.put(
                "sequenceId",
                action.getSettingsOrDefault("sequence_id", known.playbook().getId()));
        json.set("contact", contact(known));
        var steps = json.putArray("steps");
        for (var step : sequence.getStepsList()) {
            steps.addObject()
                    .put("index", step.getIndex())
                    .put("dayOffset", step.getDayOffset())
                    .put("channel", channel(step))
                    .put("subject", step.getSubject())
                    .put("body", step.getBody());
        }
        return sequence.getStepsCount() == 0 ? none() : Optional.of(json);
    }

    private static ObjectNode slack(PlaybookAction action, Known known) {
        var text = "%s: score %d of 10, %s. %s"
                .formatted(
                        known.companyName(),
                        known.verdict().result().getScore(),
                        Words.of(known.verdict().result().getTier()),
                        known.verdict().result().getRationale());
        var json = JSON.createObjectNode().put("channel", action.getSettingsOrDefault("channel", "#outrider"));
        json.put("text", text);
        json.putArray("blocks")
                .addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", text);
        return json;
    }

    private static ObjectNode task(PlaybookAction action, Known known) {
        var dueDays = days(action.getSettingsOrDefault("due_days", ""));
        var who = known.personName().isEmpty() ? known.companyName() : known.personName();
        var json = JSON.createObjectNode()
                .put("subject", action.getSettingsOrDefault("subject", "Call " + who))
                .put("body", known.verdict().result().getRationale())
                .put("dueDate", known.started().plusDays(dueDays).toString())
                .put("domain", known.account().getDomain())
                .put("contactEmail", known.person().getEmail());
        Territory.owner(action, known).ifPresent(owner -> json.put("ownerId", owner));
        return json;
    }

    private static String channel(SequenceStep step) {
        return step.getChannel() == Channel.CHANNEL_UNSPECIFIED || step.getChannel() == Channel.UNRECOGNIZED
                ? "email"
                : step.getChannel().name().substring("CHANNEL_".length()).toLowerCase(Locale.ROOT);
    }

    private static int days(String setting) {
        try {
            return setting.isEmpty() ? USUAL_DUE_DAYS : Integer.parseInt(setting);
        } catch (NumberFormatException e) {
            return USUAL_DUE_DAYS;
        }
    }

    private static Optional<ObjectNode> none() {
        return Optional.empty();
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written", e);
        }
    }
}
