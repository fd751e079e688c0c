package io.outrider.review.console;

import io.outrider.kit.error.NotFound;
import io.outrider.kit.page.PageSize;
import io.outrider.review.audit.ReadAudit;
import io.outrider.review.console.RunView.Event;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ItemFilter;
import io.outrider.review.queue.ItemState;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.ReadOpenings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

/** What the gate knows of one run. The orchestrator knows the rest; calls run from there to here, never back. */
@Path("/runs/{id}")
@Produces(MediaType.TEXT_HTML)
class RunResource {

    private static final PageSize MOST = PageSize.of(200);

    private final Sessions sessions;
    private final ReadItems items;
    private final ReadAudit audit;
    private final ReadOpenings openings;
    private final ConsoleConfig config;
    private final Pages pages;
    private final Clock clock;

    RunResource(
            Sessions sessions,
            ReadItems items,
            ReadAudit audit,
            ReadOpenings openings,
            ConsoleConfig config,
            Pages pages,
            Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.audit = audit;
        this.openings = openings;
        this.config = config;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> run(@Context HttpHeaders headers, @PathParam("id") String id) {
        var all = new ItemFilter(EnumSet.allOf(ItemState.class), "", id, "", "");
        return sessions.require(headers)
                .chain(who -> items.page(who.workspace(), all, MOST, "").chain(listing -> {
                    if (listing.page().rows().isEmpty()) {
                        throw new NotFound("run", id);
                    }
                    var rows = listing.page().rows();
                    var elsewhere = config.runsUrl().map(url -> url + "/" + id).orElse("");
                    return timeline(who, rows)
                            .chain(events -> pages.run(RunViews.of(who, rows, events, elsewhere, clock.instant())));
                }));
    }

    private Uni<List<Event>> timeline(Session who, List<Item> rows) {
        var ids = rows.stream().map(Item::id).toList();
        return audit.ofItems(who.workspace(), ids)
                .chain(entries -> openings.of(who.workspace(), ids).map(opened -> Timeline.of(rows, entries, opened)));
    }
}
