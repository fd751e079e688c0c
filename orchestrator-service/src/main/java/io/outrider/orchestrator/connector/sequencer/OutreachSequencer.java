package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.http.Json;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.NotUnderstood;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * Enrols a person in a sequence. The prospect, with the messages in its custom fields, is put in place first: that is
 * found again by email and harms nobody when it is done twice. The enrolment alone is the effect.
 */
public final class OutreachSequencer implements Connector {

    private static final int CONFLICT = 409;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final OutreachApi api;
    private final Judge judge;
    private final String mailboxId;

    /** @param mailboxId who sends; empty leaves it to the sequencer */
    public OutreachSequencer(JsonApi api, String mailboxId, Judge judge) {
        this.api = new OutreachApi(api, judge);
        this.judge = judge;
        this.mailboxId = mailboxId;
    }

    @Override
    public String name() {
        return "sequencer";
    }

    @Override
    public Outcome execute(Effect effect) {
        try {
            var enrolment = Enrolment.of(Json.readObject(effect.payload(), "the payload"));
            return whenReady(prospectFor(enrolment, effect.idempotencyKey()), id -> enrol(enrolment, id, effect));
        } catch (NotUnderstood e) {
            return new Outcome.Refused(e.problem());
        }
    }

    /** The id of the prospect, with the messages in place. */
    private Found<String> prospectFor(Enrolment enrolment, String key) {
        return switch (api.prospect(enrolment.contact().email())) {
            case Found.Failed<JsonNode>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Here<JsonNode>(JsonNode there) ->
                updated(there.path("id").asText(), enrolment, key);
            case Found.Nowhere<JsonNode> ignored ->
                prepared(api.createProspect(attributes(enrolment), key + ":prospect"));
        };
    }

    /** Whoever is in the sequence keeps the messages that stand there: they are being sent. */
    private Found<String> updated(String id, Enrolment enrolment, String key) {
        return switch (api.enrolment(id, enrolment.sequenceId())) {
            case Found.Failed<JsonNode>(Outcome outcome) -> new Found.Failed<>(outcome);
            case Found.Here<JsonNode>(JsonNode there) ->
                new Found.Failed<>(Enrolment.already(there.path("id").asText()));
            case Found.Nowhere<JsonNode> ignored ->
                prepared(api.updateProspect(id, messages(enrolment), key + ":prospect"));
        };
    }

    /** Preparing may be done again, so its unknown outcome is none of the enrolment. */
    private Found<String> prepared(Answer answer) {
        var outcome = judge.ofWrite(answer, whole -> new Outcome.Done(OutreachApi.idIn(whole), ""));
        return switch (outcome) {
            case Outcome.Done done -> new Found.Here<>(done.externalId());
            case Outcome.Unknown(String reason) ->
                new Found.Failed<>(new Outcome.Busy(SOON, "the prospect: " + reason));
            case Outcome.Refused refused
            when isConflict(answer) ->
                new Found.Failed<>(
                        new Outcome.Busy(Duration.ofSeconds(1), "the prospect was made by another at this moment"));
            case Outcome other -> new Found.Failed<>(other);
        };
    }

    private Outcome enrol(Enrolment enrolment, String prospectId, Effect effect) {
        var related = new LinkedHashMap<String, String>();
        related.put("prospect", prospectId);
        related.put("sequence", enrolment.sequenceId());
        if (!mailboxId.isEmpty()) {
            related.put("mailbox", mailboxId);
        }
        var answer = api.enrol(related, effect.idempotencyKey());
        return isConflict(answer)
                ? afterConflict(prospectId, enrolment)
                : judge.ofWrite(answer, whole -> new Outcome.Done(OutreachApi.idIn(whole), "enrolled"));
    }

    /** Nothing was sent by this call. The ledger knows whether the enrolment that is there is ours; this class does not. */
    private Outcome afterConflict(String prospectId, Enrolment enrolment) {
        return switch (api.enrolment(prospectId, enrolment.sequenceId())) {
            case Found.Here<JsonNode>(JsonNode there) ->
                Enrolment.already(there.path("id").asText());
            default -> new Outcome.Refused("the sequencer says that the contact is enrolled already");
        };
    }

    private static Outcome whenReady(Found<String> prospect, Function<String, Outcome> then) {
        return switch (prospect) {
            case Found.Here<String>(String id) -> then.apply(id);
            case Found.Failed<String>(Outcome outcome) -> outcome;
            case Found.Nowhere<String> ignored -> throw new IllegalStateException("A prospect is there or failed");
        };
    }

    private static boolean isConflict(Answer answer) {
        return answer instanceof Answer.Complete whole && whole.status() == CONFLICT;
    }

    private static ObjectNode attributes(Enrolment enrolment) {
        var contact = enrolment.contact();
        var attributes = messages(enrolment);
        attributes.putArray("emails").add(contact.email());
        attributes.put("firstName", contact.firstName());
        attributes.put("lastName", contact.lastName());
        attributes.put("title", contact.title());
        return attributes;
    }

    /** custom1 and custom2 are the first message's subject and body, custom3 and custom4 the second's, and so on. */
    private static ObjectNode messages(Enrolment enrolment) {
        var attributes = Json.object();
        var field = 1;
        for (var message : enrolment.messages()) {
            attributes.put("custom" + field++, message.subject());
            attributes.put("custom" + field++, message.body());
        }
        return attributes;
    }
}
