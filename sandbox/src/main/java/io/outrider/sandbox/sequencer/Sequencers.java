package io.outrider.sandbox.sequencer;

import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.util.Map;

/** The doors of all sequencers. */
public final class Sequencers implements Endpoint {

    @Override
    public Reply answer(Request request) {
        return Json.reply(201, Map.of("id", "1")).reaching(request.path());
    }
}
