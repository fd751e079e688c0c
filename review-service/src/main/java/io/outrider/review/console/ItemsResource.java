package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadVersions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** One item, to read. */
@Path("/items/{id}")
@Produces(MediaType.TEXT_HTML)
class ItemsResource {

    private final Sessions sessions;
    private final ReadItems items;
    private final ReadVersions versions;
    private final Pages pages;
    private final Clock clock;

    ItemsResource(Sessions sessions, ReadItems items, ReadVersions versions, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.versions = versions;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> item(@Context HttpHeaders headers, @PathParam("id") String id) {
        return sessions.require(headers)
                .chain(who -> items.one(who.workspace(), id)
                        .chain(whole -> versions.generatedBefore(whole.item())
                                .chain(generated -> pages.item(
                                        ItemViews.of(who, whole, generated, Ids.next("req"), clock.instant())))));
    }
}
