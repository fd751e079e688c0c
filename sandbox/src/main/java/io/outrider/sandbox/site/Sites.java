package io.outrider.sandbox.site;

import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;

/** All company sites, found by host. */
public final class Sites implements Endpoint {

    @Override
    public Reply answer(Request request) {
        return switch (request.host() + request.path()) {
            case "ferrocraft.example/robots.txt" -> Reply.text(200, "User-agent: *\nAllow: /\n");
            case "ferrocraft.example/" ->
                Reply.html(
                        200,
                        "<html><head><title>Ferrocraft</title></head><body><p>Ferrocraft builds welding robots."
                                + " We are 240 people in Ghent.</p></body></html>");
            default -> Reply.nobody();
        };
    }
}
