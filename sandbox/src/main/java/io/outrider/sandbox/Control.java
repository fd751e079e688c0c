package io.outrider.sandbox;

import io.outrider.sandbox.fault.FaultJson;
import io.outrider.sandbox.fault.Faults;
import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import io.outrider.sandbox.received.Entry;
import io.outrider.sandbox.received.Kind;
import io.outrider.sandbox.received.Received;
import io.outrider.sandbox.received.Received.Recording;
import io.outrider.sandbox.received.ReceivedJson;
import io.outrider.sandbox.site.Sites;
import java.util.Map;

/** Reads back what was received, and switches faults. */
final class Control {

    private final Received received;
    private final Faults faults;
    private final Sites sites;

    Control(Received received, Faults faults, Sites sites) {
        this.received = received;
        this.faults = faults;
        this.sites = sites;
    }

    Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /health" -> Json.reply(200, Map.of("status", "UP"));
            case "GET /received" ->
                Json.reply(200, ReceivedJson.entries(received.list(entry -> wanted(request, entry))));
            case "GET /received/summary" -> Json.reply(200, ReceivedJson.summary(received.summary()));
            case "PUT /received" -> {
                received.keep(
                        recording(Json.readObject(request.body()).path("record").asText()));
                yield Reply.text(204, "");
            }
            case "DELETE /received" -> {
                received.clear();
                yield Reply.text(204, "");
            }
            case "PUT /fleet" -> {
                var kb = Json.readObject(request.body()).path("kb");
                sites.sizeFleet(kb.path("from").asInt(), kb.path("to").asInt());
                yield Reply.text(204, "");
            }
            case "GET /faults" -> Json.reply(200, FaultJson.write(faults));
            case "PUT /faults" -> {
                FaultJson.apply(Json.read(request.body()), faults);
                yield Json.reply(200, FaultJson.write(faults));
            }
            case "DELETE /faults" -> {
                faults.clear();
                yield Reply.text(204, "");
            }
            default -> Json.reply(404, Map.of("error", "Nothing stands at " + request.path()));
        };
    }

    private static boolean wanted(Request request, Entry entry) {
        var kind = request.param("kind");
        var kindFits =
                kind.isEmpty() ? entry.kind() != Kind.SITE : entry.kind().wire().equals(kind);
        return kindFits
                && entry.seq() > since(request.param("since"))
                && (!request.param("effects").equals("true") || entry.effect());
    }

    private static Recording recording(String word) {
        return switch (word) {
            case "full" -> Recording.FULL;
            case "summary" -> Recording.SUMMARY;
            default -> throw new BadJson("record is full or summary");
        };
    }

    private static long since(String number) {
        try {
            return number.isEmpty() ? 0 : Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new BadJson("since is not a number");
        }
    }
}
