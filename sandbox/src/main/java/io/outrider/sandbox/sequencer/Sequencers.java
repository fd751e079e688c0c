package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Duration;
import java.time.InstantSource;

/** The doors of all sequencers. Only an enrolment counts as an effect: a person who is merely known gets no message. */
public final class Sequencers implements Endpoint {

    private static final String BASE = "/sequencer";
    private static final String VERSION = "/api/v2";

    private final Outreach outreach;
    private final Salesloft salesloft;
    private final HubSpotSequences hubSpot;

    public Sequencers(InstantSource clock) {
        this.outreach = new Outreach(clock);
        this.salesloft = new Salesloft(clock);
        this.hubSpot = new HubSpotSequences(clock);
    }

    /** How long Outreach's and Salesloft's lists do not name a new enrolment. */
    public void lag(Duration lag) {
        outreach.lag(lag);
        salesloft.lag(lag);
    }

    @Override
    public Reply answer(Request request) {
        if (!request.hasBearer()) {
            return Outreach.error(401, "unauthorized", "The access token is missing");
        } else if (request.path().startsWith("/v2/")) {
            return salesloft.answer(request);
        } else if (request.path().startsWith("/automation/")) {
            return hubSpot.answer(request);
        }
        var path = request.path().substring(BASE.length());
        return outreach.answer(path.startsWith(VERSION) ? path.substring(VERSION.length()) : path, request);
    }
}
