package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.MeteredDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

/** Makes the connector of the vendor of sequences that the operator has chosen. */
@ApplicationScoped
class EnrolmentVendors {

    private static final String JSON = "application/json";
    private static final String JSON_API = "application/vnd.api+json";

    private final CrmConfig crm;
    private final SequencerConfig sequencer;
    private final Limits limits;
    private final Clock clock;

    EnrolmentVendors(CrmConfig crm, SequencerConfig sequencer, Limits limits, Clock clock) {
        this.crm = crm;
        this.sequencer = sequencer;
        this.limits = limits;
        this.clock = clock;
    }

    Carrier on(HttpDoor door, Making.Shared makings, Judge judge) {
        var limit = Carrier.limit(sequencer.kind().name().toLowerCase(Locale.ROOT), token());
        var metered = new MeteredDoor(door, limit, limits, clock);
        return new Carrier(connector(metered, makings.at(limit), judge), limit);
    }

    private Connector connector(HttpDoor door, Making making, Judge judge) {
        var base = sequencer.kind() == SequencerConfig.Kind.HUBSPOT
                ? sequencer.baseUrl().or(crm::baseUrl)
                : sequencer.baseUrl();
        return base.map(url -> connector(door, url, making, judge))
                .orElse(new NotConfigured("sequencer", "OUTRIDER_SEQUENCER_BASE_URL"));
    }

    private Connector connector(HttpDoor door, URI base, Making making, Judge judge) {
        var sequencers = new Sequencers(judge, sequencer.messages(), making);
        var userId = sequencer.userId().orElse("");
        return switch (sequencer.kind()) {
            case OUTREACH ->
                sequencers.outreach(
                        new JsonApi(door, base, token(), JSON_API),
                        sequencer.mailboxId().orElse(""));
            case SALESLOFT -> sequencers.salesloft(new JsonApi(door, base, token(), JSON), userId);
            case HUBSPOT ->
                sequencer
                        .senderEmail()
                        .map(sender -> sequencers.hubSpot(
                                new JsonApi(door, base, token(), JSON), sender, userId, sequencer.enrolmentPath()))
                        .orElse(new NotConfigured("sequencer", "OUTRIDER_SEQUENCER_SENDER_EMAIL"));
        };
    }

    /** HubSpot's sequences are the CRM's: without a token of their own they use that one, and share its limit. */
    private String token() {
        return sequencer.kind() == SequencerConfig.Kind.HUBSPOT
                ? sequencer.token().or(crm::token).orElse("")
                : sequencer.token().orElse("");
    }
}
