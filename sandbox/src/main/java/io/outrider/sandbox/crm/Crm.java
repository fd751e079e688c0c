package io.outrider.sandbox.crm;

import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.util.Map;

/** The HubSpot-shaped door. */
public final class Crm implements Endpoint {

    @Override
    public Reply answer(Request request) {
        return Json.reply(200, Map.of("id", "1")).reaching(request.path());
    }
}
