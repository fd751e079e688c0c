package io.outrider.review.console;

import io.outrider.kit.id.Sha256;
import io.outrider.kit.page.PageSize;
import io.outrider.review.batch.BatchFilter;
import io.outrider.review.batch.OpenBatch;
import io.outrider.review.batch.ReviewBatch;
import io.outrider.review.batch.Sheet;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.SearchQueue;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Puts items of the queue together, and shows such a batch. */
@Path("/batches")
@Produces(MediaType.TEXT_HTML)
class BatchesResource {

    private static final int MOST = 200;

    private final Sessions sessions;
    private final SearchQueue queue;
    private final OpenBatch openBatch;
    private final ReadItems items;
    private final HeldRows held;
    private final Pages pages;
    private final Clock clock;

    BatchesResource(
            Sessions sessions,
            SearchQueue queue,
            OpenBatch openBatch,
            ReadItems items,
            HeldRows held,
            Pages pages,
            Clock clock) {
        this.sessions = sessions;
        this.queue = queue;
        this.openBatch = openBatch;
        this.items = items;
        this.held = held;
        this.pages = pages;
        this.clock = clock;
    }

    /** Of the items that were selected; of the first that fit the list's filter, where none was. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> open(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            MultivaluedMap<String, String> form) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireReviewer(), Forms.text(form, "csrf"));
            return chosen(who, form)
                    .chain(ids -> openBatch.run(new OpenBatch.Wish(
                            who.workspace(),
                            Forms.text(form, "request_id"),
                            Sha256.hex(who.subject() + "\n" + String.join("\n", ids)),
                            BatchFilter.chosen(ids),
                            MOST,
                            0,
                            who.subject())))
                    .map(batch -> Response.seeOther(URI.create("/batches/" + batch.id()))
                            .build());
        });
    }

    @GET
    @Path("{id}")
    public Uni<String> batch(@Context HttpHeaders headers, @PathParam("id") String id) {
        return sessions.require(headers)
                .chain(who -> openBatch
                        .get(who.workspace(), id, who.subject())
                        .chain(batch -> items.many(who.workspace(), ids(batch))
                                .chain(found -> held.of(who)
                                        .chain(mine -> pages.batch(
                                                BatchViews.of(who, batch, found, mine, clock.instant()))))));
    }

    private Uni<List<String>> chosen(Session who, MultivaluedMap<String, String> form) {
        var selected = form.getOrDefault("item", List.of()).stream()
                .distinct()
                .limit(MOST)
                .toList();
        return selected.isEmpty()
                ? queue.page(who.workspace(), QueueQuery.filter(form), PageSize.of(MOST), "")
                        .map(page -> page.rows().stream().map(Item::id).toList())
                : Uni.createFrom().item(selected);
    }

    private static List<String> ids(ReviewBatch batch) {
        return batch.sheet().entries().stream().map(Sheet.Entry::itemId).toList();
    }
}
