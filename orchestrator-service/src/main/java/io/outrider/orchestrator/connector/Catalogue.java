package io.outrider.orchestrator.connector;

import static java.util.Map.entry;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.MeteredDoor;
import io.outrider.orchestrator.connector.sequencer.OutreachSequencer;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.orchestrator.connector.slack.SlackWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Makes the connectors from the operator's settings, on any way out. */
@ApplicationScoped
class Catalogue {

    private static final String JSON = "application/json";
    private static final String JSON_API = "application/vnd.api+json";

    private static final Connector NO_SEQUENCER = new NotConfigured("sequencer", "OUTRIDER_SEQUENCER_BASE_URL");

    private final CrmConfig crm;
    private final SequencerConfig sequencer;
    private final SlackConfig slack;
    private final Others others;
    private final Judge judge;
    private final Limits limits;
    private final Clock clock;

    Catalogue(CrmConfig crm, SequencerConfig sequencer, SlackConfig slack, Others others, Limits limits, Clock clock) {
        this.crm = crm;
        this.sequencer = sequencer;
        this.slack = slack;
        this.others = others;
        this.judge = new Judge(clock);
        this.limits = limits;
        this.clock = clock;
    }

    /** By action type. */
    Map<String, Connector> on(HttpDoor door) {
        var records = crm(metered(door, "crm"));
        return Map.ofEntries(
                entry("crm.company.upsert", records),
                entry("crm.contact.upsert", records),
                entry("crm.deal.update", records),
                entry("task.create", records),
                entry("sequence.enrol", sequencer(metered(door, "sequencer"))),
                entry("slack.message.post", slack(metered(door, "slack"))),
                entry("webhook.post", others.webhook(metered(door, "webhook"), judge)),
                entry("email.send", others.mail()));
    }

    private HttpDoor metered(HttpDoor door, String connector) {
        return new MeteredDoor(door, connector, limits, clock);
    }

    private Connector crm(HttpDoor door) {
        return crm.baseUrl()
                .<Connector>map(base ->
                        new HubSpotCrm(new JsonApi(door, base, crm.token().orElse(""), JSON), crm.fields(), judge))
                .orElse(new NotConfigured("crm", "OUTRIDER_CRM_BASE_URL"));
    }

    private Connector sequencer(HttpDoor door) {
        return switch (sequencer.kind()) {
            case OUTREACH ->
                sequencer
                        .baseUrl()
                        .<Connector>map(base -> new OutreachSequencer(
                                api(door, base, JSON_API), sequencer.mailboxId().orElse(""), judge))
                        .orElse(NO_SEQUENCER);
            case SALESLOFT ->
                sequencer
                        .baseUrl()
                        .map(base -> Sequencers.salesloft(
                                api(door, base, JSON), sequencer.userId().orElse(""), judge))
                        .orElse(NO_SEQUENCER);
            case HUBSPOT -> hubSpotSequences(door);
        };
    }

    private Connector hubSpotSequences(HttpDoor door) {
        var base = sequencer.baseUrl().or(crm::baseUrl);
        if (base.isEmpty() || sequencer.senderEmail().isEmpty()) {
            return new NotConfigured("sequencer", "OUTRIDER_SEQUENCER_SENDER_EMAIL or a base URL");
        }
        var token = sequencer.token().or(crm::token).orElse("");
        return Sequencers.hubSpot(
                new JsonApi(door, base.get(), token, JSON),
                sequencer.senderEmail().get(),
                sequencer.userId().orElse(""),
                sequencer.enrolmentPath(),
                judge);
    }

    private JsonApi api(HttpDoor door, URI base, String mediaType) {
        return new JsonApi(door, base, sequencer.token().orElse(""), mediaType);
    }

    private Connector slack(HttpDoor door) {
        return slack.webhookUrl()
                .<Connector>map(webhook -> new SlackWebhook(door, webhook, judge))
                .orElse(new NotConfigured("slack", "OUTRIDER_SLACK_WEBHOOK_URL"));
    }
}
