package io.outrider.orchestrator.connector.sequencer;

import io.outrider.orchestrator.connector.Connector;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;

/** The vendors of sequences, as connectors. */
public final class Sequencers {

    private Sequencers() {}

    /** @param userId whose cadence step it is; empty leaves it to Salesloft */
    public static Connector salesloft(JsonApi api, String userId, Judge judge) {
        return new VendorSequencer(new Salesloft(api, userId, judge), judge);
    }

    /**
     * @param senderEmail the connected inbox that sends
     * @param userId of the seat; empty for the token's own
     * @param path of the enrolment, which HubSpot versions by date
     */
    public static Connector hubSpot(JsonApi api, String senderEmail, String userId, String path, Judge judge) {
        var seat = new HubSpotSequences.Seat(senderEmail, userId, path);
        return new VendorSequencer(new HubSpotSequences(api, seat, judge), judge);
    }
}
