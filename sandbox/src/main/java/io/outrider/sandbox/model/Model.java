package io.outrider.sandbox.model;

import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.util.List;
import java.util.Map;

/** The OpenAI-compatible door. */
public final class Model {

    public Reply answer(Request request, Spoil spoil) {
        if (!request.hasBearer()) {
            return Json.reply(401, Map.of("error", Map.of("message", "No API key", "type", "invalid_request_error")));
        }
        return Json.reply(
                200,
                Map.of(
                        "object",
                        "list",
                        "data",
                        List.of(
                                Map.of("id", "sandbox-fast", "object", "model"),
                                Map.of("id", "sandbox-large", "object", "model"))));
    }
}
