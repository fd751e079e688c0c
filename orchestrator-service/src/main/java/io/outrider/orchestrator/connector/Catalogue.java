package io.outrider.orchestrator.connector;

import static java.util.Map.entry;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.sequencer.OutreachSequencer;
import io.outrider.orchestrator.connector.slack.SlackWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Makes the connectors from the operator's settings, on any way out. */
@ApplicationScoped
class Catalogue {

    private static final String JSON = "application/json";
    private static final String JSON_API = "application/vnd.api+json";

    private final CrmConfig crm;
    private final SequencerConfig sequencer;
    private final SlackConfig slack;
    private final Others others;
    private final Judge judge;

    Catalogue(CrmConfig crm, SequencerConfig sequencer, SlackConfig slack, Others others, Clock clock) {
        this.crm = crm;
        this.sequencer = sequencer;
        this.slack = slack;
        this.others = others;
        this.judge = new Judge(clock);
    }

    /** By action type. */
    Map<String, Connector> on(HttpDoor door) {
        var records = crm(door);
        return Map.ofEntries(
                entry("crm.company.upsert", records),
                entry("crm.contact.upsert", records),
                entry("task.create", records),
                entry("sequence.enrol", sequencer(door)),
                entry("slack.message.post", slack(door)),
                entry("webhook.post", others.webhook(door, judge)),
                entry("email.send", others.mail()));
    }

    private Connector crm(HttpDoor door) {
        return crm.baseUrl()
                .<Connector>map(base ->
                        new HubSpotCrm(new JsonApi(door, base, crm.token().orElse(""), JSON), crm.fields(), judge))
                .orElse(new NotConfigured("crm", "OUTRIDER_CRM_BASE_URL"));
    }

    private Connector sequencer(HttpDoor door) {
        return sequencer
                .baseUrl()
                .<Connector>map(base -> new OutreachSequencer(
                        new JsonApi(door, base, sequencer.token().orElse(""), JSON_API),
                        sequencer.mailboxId().orElse(""),
                        judge))
                .orElse(new NotConfigured("sequencer", "OUTRIDER_SEQUENCER_BASE_URL"));
    }

    private Connector slack(HttpDoor door) {
        return slack.webhookUrl()
                .<Connector>map(webhook -> new SlackWebhook(door, webhook, judge))
                .orElse(new NotConfigured("slack", "OUTRIDER_SLACK_WEBHOOK_URL"));
    }
}
