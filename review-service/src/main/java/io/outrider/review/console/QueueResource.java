package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.kit.page.PageSize;
import io.outrider.review.feed.QueueChanges;
import io.outrider.review.queue.ItemFilter;
import io.outrider.review.queue.ItemState;
import io.outrider.review.queue.QueueFilter;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.SearchQueue;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The list of what waits, and of what was decided. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class QueueResource {

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
                    ItemState.SUPERSEDED,
                    ItemState.REFUSED),
            "",
            "",
            "",
            "");

    private final Sessions sessions;
    private final SearchQueue queue;
    private final ReadItems items;
    private final LaneBoard board;
    private final SavedViews views;
    private final HeldRows held;
    private final QueueChanges changes;
    private final Pages pages;
    private final Clock clock;

    QueueResource(
            Sessions sessions,
            SearchQueue queue,
            ReadItems items,
            LaneBoard board,
            SavedViews views,
            HeldRows held,
            QueueChanges changes,
            Pages pages,
            Clock clock) {
        this.sessions = sessions;
        this.queue = queue;
        this.items = items;
        this.board = board;
        this.views = views;
        this.held = held;
        this.changes = changes;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> list(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @QueryParam("page") @DefaultValue("") String page,
            @QueryParam("decided") @DefaultValue("false") boolean decided) {
        var filter = QueueQuery.filter(uri.getQueryParameters());
        return sessions.require(headers)
                .chain(who -> decided ? decided(who, page) : open(who, filter, page))
                .chain(pages::queue);
    }

    /** The number of the newest change is read first: what happens meanwhile is told again rather than not at all. */
    private Uni<QueueView> open(Session who, QueueFilter filter, String token) {
        return changes.newest(who.workspace())
                .chain(newest -> frame(who)
                        .chain(frame -> queue.page(who.workspace(), filter, ROWS, token)
                                .map(found -> new QueueView(
                                        who,
                                        Ids.next("req"),
                                        frame.lanes(),
                                        filter,
                                        QueueQuery.text(filter),
                                        frame.views(),
                                        frame.held(),
                                        QueueViews.rows(found.rows(), clock.instant()),
                                        frame.open(),
                                        found.nextToken(),
                                        newest,
                                        false))));
    }

    private Uni<Frame> frame(Session who) {
        return board.of(who.workspace())
                .chain(lanes -> views.of(who).chain(saved -> held.of(who).map(mine -> new Frame(lanes, saved, mine))));
    }

    private Uni<QueueView> decided(Session who, String token) {
        return items.page(who.workspace(), DECIDED, ROWS, token)
                .chain(listing -> held.of(who)
                        .map(mine -> new QueueView(
                                who,
                                "",
                                List.of(),
                                QueueFilter.ALL,
                                "",
                                List.of(),
                                mine,
                                QueueViews.rows(listing.page().rows(), clock.instant()),
                                listing.open(),
                                listing.page().nextToken(),
                                0,
                                true)));
    }

    /** What is around the list. */
    private record Frame(List<LaneBoard.LaneRow> lanes, List<SavedViews.View> views, List<HeldRow> held) {

        long open() {
            return lanes.stream()
                    .filter(LaneBoard.LaneRow::toDecide)
                    .mapToLong(LaneBoard.LaneRow::open)
                    .sum();
        }
    }
}
