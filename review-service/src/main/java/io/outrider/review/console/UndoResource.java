package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.UndoDecision;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Takes a decision back while it is held. */
@Path("/items/{id}/undo")
class UndoResource {

    private final Sessions sessions;
    private final UndoDecision undoDecision;

    UndoResource(Sessions sessions, UndoDecision undoDecision) {
        this.sessions = sessions;
        this.undoDecision = undoDecision;
    }

    @POST
    public Uni<Response> undo(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("request_id") @DefaultValue("") String requestId) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireReviewer(), csrf);
            Check.requestId(requestId);
            return undoDecision
                    .run(new UndoDecision.Wish(
                            who.workspace(), requestId, Sha256.hex("undo\n" + id), id, who.subject()))
                    .map(item ->
                            Response.seeOther(URI.create("/items/" + item.id())).build());
        });
    }
}
