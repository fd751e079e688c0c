package io.outrider.review.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** One item, to read. */
@Path("/items/{id}")
@Produces(MediaType.TEXT_HTML)
class ItemsResource {

    private final Sessions sessions;
    private final ItemPages page;

    ItemsResource(Sessions sessions, ItemPages page) {
        this.sessions = sessions;
        this.page = page;
    }

    /** @param version an older one to look at; 0 for the one that stands */
    @GET
    public Uni<String> item(
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @QueryParam("version") @DefaultValue("0") int version,
            @QueryParam("batch") @DefaultValue("") String batch) {
        return sessions.require(headers).chain(who -> page.show(who, id, version, Forms.batch(batch)));
    }
}
