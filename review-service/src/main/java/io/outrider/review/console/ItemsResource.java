package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.kit.page.PageSize;
import io.outrider.review.queue.ItemFilter;
import io.outrider.review.queue.ItemState;
import io.outrider.review.queue.ReadItems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Set;

/** The queue and its items, to read. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ItemsResource {

    private static final PageSize ROWS = PageSize.of(50);
    private static final ItemFilter DECIDED = new ItemFilter(
            Set.of(
                    ItemState.ACCEPTED,
                    ItemState.EDITED,
                    ItemState.REJECTED,
                    ItemState.IGNORED,
                    ItemState.RESPONDED,
                    ItemState.EXPIRED,
                    ItemState.AUTO_GRANTED,
                    ItemState.REFUSED),
            "",
            "",
            "",
            "");

    private final Sessions sessions;
    private final ReadItems items;
    private final Pages pages;
    private final Clock clock;

    ItemsResource(Sessions sessions, ReadItems items, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> queue(
            @CookieParam(Forms.COOKIE) @DefaultValue("") String token,
            @QueryParam("page") @DefaultValue("") String page,
            @QueryParam("decided") @DefaultValue("false") boolean decided) {
        return sessions.require(token)
                .chain(who -> items.page(who.workspace(), decided ? DECIDED : ItemFilter.OPEN, ROWS, page)
                        .chain(listing -> pages.queue(QueueViews.of(who, listing, decided, clock.instant()))));
    }

    @GET
    @Path("items/{id}")
    public Uni<String> item(@CookieParam(Forms.COOKIE) @DefaultValue("") String token, @PathParam("id") String id) {
        return sessions.require(token)
                .chain(who -> items.one(who.workspace(), id)
                        .chain(whole -> pages.item(ItemViews.of(who, whole, Ids.next("req"), clock.instant()))));
    }
}
