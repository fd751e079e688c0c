package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.AutonomyBook;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;

/** Earned autonomy, to read; for admins, to decide what is proposed. */
@Path("/autonomy")
@Produces(MediaType.TEXT_HTML)
class AutonomyResource {

    private static final int MOST = 200;

    private final Sessions sessions;
    private final AutonomyBook book;
    private final Pages pages;
    private final Clock clock;

    AutonomyResource(Sessions sessions, AutonomyBook book, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.book = book;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> autonomy(@Context HttpHeaders headers) {
        return sessions.require(headers)
                .chain(who -> book.page(who.workspace(), AutonomyBook.FIRST, MOST)
                        .chain(lines -> book.proposals(who.workspace())
                                .chain(proposals ->
                                        pages.autonomy(AutonomyViews.of(who, lines, proposals, clock.instant())))));
    }

    /** @param accept "yes" or "no" */
    @POST
    @Path("proposals/{id}")
    public Uni<Response> decide(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("request_id") @DefaultValue("") String requestId,
            @FormParam("accept") @DefaultValue("") String accept,
            @FormParam("comment") @DefaultValue("") String comment) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireAdmin(), csrf);
            Check.that(accept.equals("yes") || accept.equals("no"), "accept", "must be yes or no");
            var body = Sha256.hex(String.join("\n", id, accept, comment));
            return book.decide(new AutonomyBook.Wish(
                            who.workspace(), requestId, body, id, accept.equals("yes"), comment, who.subject()))
                    .map(line -> Response.seeOther(URI.create("/autonomy")).build());
        });
    }
}
