package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.Making;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;

/** The vendors of sequences, as connectors. */
public final class Sequencers {

    private final Judge judge;
    private final int mostMessages;
    private final Making making;

    /**
     * @param mostMessages how many of them templates name; the fields of those that a draft lacks are emptied
     * @param making keeps two from enrolling one person at once
     */
    public Sequencers(Judge judge, int mostMessages, Making making) {
        this.judge = judge;
        this.mostMessages = mostMessages;
        this.making = making;
    }

    /** @param mailboxId who sends; empty leaves it to Outreach */
    public Connector outreach(JsonApi api, String mailboxId) {
        return of(new Outreach(new OutreachApi(api, judge), mailboxId));
    }

    /** @param userId whose cadence step it is; empty leaves it to Salesloft */
    public Connector salesloft(JsonApi api, String userId) {
        return of(new Salesloft(api, userId, judge));
    }

    /**
     * @param senderEmail the connected inbox that sends
     * @param userId of the seat; empty for the token's own
     * @param path of the enrolment, which HubSpot versions by date
     */
    public Connector hubSpot(JsonApi api, String senderEmail, String userId, String path) {
        return of(new HubSpotSequences(api, new HubSpotSequences.Seat(senderEmail, userId, path), judge));
    }

    private Connector of(Vendor vendor) {
        return new VendorSequencer(vendor, mostMessages, making, judge);
    }
}
