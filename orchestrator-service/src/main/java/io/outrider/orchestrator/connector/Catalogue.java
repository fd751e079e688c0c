package io.outrider.orchestrator.connector;

import static java.util.Map.entry;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.MeteredDoor;
import io.outrider.orchestrator.connector.slack.SlackWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the connectors from the operator's settings, on any ways out. None of them has another way. */
@ApplicationScoped
class Catalogue {

    private static final String JSON = "application/json";

    private final CrmConfig crm;
    private final SlackConfig slack;
    private final EnrolmentVendors vendors;
    private final Others others;
    private final Judge judge;
    private final Limits limits;
    private final Clock clock;

    Catalogue(CrmConfig crm, SlackConfig slack, EnrolmentVendors vendors, Others others, Limits limits, Clock clock) {
        this.crm = crm;
        this.slack = slack;
        this.vendors = vendors;
        this.others = others;
        this.judge = new Judge(clock);
        this.limits = limits;
        this.clock = clock;
    }

    /** By action type. */
    Map<String, Carrier> on(Doors doors) {
        var hubSpot = Carrier.limit("hubspot", crm.token().orElse(""));
        var making = doors.makings().at(hubSpot);
        var records = metered(doors.http(), hubSpot, door -> crm(door, making));
        return Map.ofEntries(
                entry("crm.company.upsert", records),
                entry("crm.contact.upsert", records),
                entry("crm.deal.update", records),
                entry("task.create", records),
                entry("sequence.enrol", vendors.on(doors.http(), doors.makings(), judge)),
                entry("slack.message.post", metered(doors.http(), limit("slack", slack.webhookUrl()), this::slack)),
                entry("webhook.post", metered(doors.http(), limit("webhook", others.webhookUrl()), this::webhook)),
                entry("email.send", others.mail(doors.mail(), limits)));
    }

    private Carrier metered(HttpDoor door, String limit, Function<HttpDoor, Connector> connector) {
        return new Carrier(connector.apply(new MeteredDoor(door, limit, limits, clock)), limit);
    }

    private static String limit(String vendor, Optional<URI> address) {
        return Carrier.limit(vendor, address.map(URI::toString).orElse(""));
    }

    private Connector crm(HttpDoor door, Making making) {
        return crm.baseUrl()
                .map(base -> new JsonApi(door, base, crm.token().orElse(""), JSON))
                .<Connector>map(api -> new HubSpotCrm(api, crm.fields(), making, judge))
                .orElse(new NotConfigured("crm", "OUTRIDER_CRM_BASE_URL"));
    }

    private Connector slack(HttpDoor door) {
        return slack.webhookUrl()
                .<Connector>map(webhook -> new SlackWebhook(door, webhook, judge))
                .orElse(new NotConfigured("slack", "OUTRIDER_SLACK_WEBHOOK_URL"));
    }

    private Connector webhook(HttpDoor door) {
        return others.webhook(door, judge);
    }
}
