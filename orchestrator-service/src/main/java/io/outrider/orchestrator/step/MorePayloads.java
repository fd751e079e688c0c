package io.outrider.orchestrator.step;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.type.v1.Channel;
import io.outrider.type.v1.PlaybookAction;
import java.util.Optional;

/** Payloads of the actions that only some playbooks use: deals, single mails and webhooks. */
final class MorePayloads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MorePayloads() {}

    /**
     * The deal is the caller's column "deal_id"; the settings "stage" and "from_stage" say where it goes and where it must
     * stand for that. Empty without any of them.
     */
    static Optional<ObjectNode> deal(PlaybookAction action, Known known) {
        var id = known.account().getAttributesOrDefault("deal_id", "");
        var stage = action.getSettingsOrDefault("stage", "");
        var from = action.getSettingsOrDefault("from_stage", "");
        if (id.isBlank() || stage.isBlank() || from.isBlank()) {
            return Optional.empty();
        }
        var json = JSON.createObjectNode().put("dealId", id);
        json.putObject("expected").put("dealstage", from);
        json.putObject("properties")
                .put("dealstage", stage)
                .put("outrider_score", Integer.toString(known.verdict().result().getScore()));
        return Optional.of(json);
    }

    /** The first e-mail of the draft, alone. Empty where nobody may be written to. */
    static Optional<ObjectNode> mail(PlaybookAction action, Known known) {
        if (!known.mayWrite() || known.sequence().isEmpty()) {
            return Optional.empty();
        }
        var vendor = known.library().getVendor();
        return known.sequence().get().result().getStepsList().stream()
                .filter(step -> step.getChannel() == Channel.CHANNEL_EMAIL)
                .findFirst()
                .map(step -> JSON.createObjectNode()
                        .put("to", known.person().getEmail())
                        .put("fromName", action.getSettingsOrDefault("from_name", vendor.getSenderName()))
                        .put("subject", step.getSubject())
                        .put("body", step.getBody()));
    }

    /** What the run came to, flat, for Zapier, Make and n8n. */
    static ObjectNode webhook(PlaybookAction action, Known known) {
        var verdict = known.verdict().result();
        return JSON.createObjectNode()
                .put("event", action.getSettingsOrDefault("event", "account.qualified"))
                .put("domain", known.account().getDomain())
                .put("company", known.companyName())
                .put("email", known.person().getEmail())
                .put("person", known.personName())
                .put("score", verdict.getScore())
                .put("tier", Words.of(verdict.getTier()))
                .put("playbook", known.playbook().getId())
                .put("rationale", verdict.getRationale());
    }
}
