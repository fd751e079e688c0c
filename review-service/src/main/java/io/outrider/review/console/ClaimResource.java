package io.outrider.review.console;

import io.outrider.review.queue.ClaimItem;
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
import java.time.Duration;

/** Takes an item for a while, so that no two people read the same one. */
@Path("/items/{id}/claim")
class ClaimResource {

    private final Sessions sessions;
    private final ClaimItem claimItem;

    ClaimResource(Sessions sessions, ClaimItem claimItem) {
        this.sessions = sessions;
        this.claimItem = claimItem;
    }

    @POST
    public Uni<Response> claim(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            @FormParam("csrf") @DefaultValue("") String csrf) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireReviewer(), csrf);
            return claimItem
                    .run(who.workspace(), id, who.subject(), Duration.ZERO)
                    .map(item ->
                            Response.seeOther(URI.create("/items/" + item.id())).build());
        });
    }
}
