package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.review.feed.QueueChanges;
import io.outrider.review.feed.QueueChanges.Change;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Server-sent events of one workspace's queue: what was proposed, decided or claimed, and the counts after it. An event's id
 * is its place in the audit chain; a browser that reconnects gets what it missed. The stream ends with the session.
 */
@Path("/live")
class LiveResource {

    private static final Set<String> SHOWN =
            Set.of("PROPOSED", "DECIDED", "EXPIRED", "CLAIMED", "WITHDRAWN", "RELEASED", "UNDONE", "OUTCOME");
    private static final long RECONNECT_MILLIS = 2_000;

    private final Sessions sessions;
    private final Cookies cookies;
    private final QueueChanges changes;
    private final LaneBoard board;
    private final LiveSeats seats;
    private final ObjectMapper mapper;

    LiveResource(
            Sessions sessions,
            Cookies cookies,
            QueueChanges changes,
            LaneBoard board,
            LiveSeats seats,
            ObjectMapper mapper) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.changes = changes;
        this.board = board;
        this.seats = seats;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            @Context HttpHeaders headers,
            @Context Sse sse,
            @HeaderParam("Last-Event-ID") @DefaultValue("") String last,
            @QueryParam("after") @DefaultValue("") String after) {
        var token = cookies.session(headers);
        var from = last.isEmpty() ? after : last;
        var here = context();
        return sessions.peek(token).onItem().transformToMulti(who -> {
            seats.take(who);
            return place(who, from)
                    .onItem()
                    .transformToMulti(place -> changes.after(who.workspace(), place))
                    .onItem()
                    .transformToUniAndConcatenate(batch -> Uni.createFrom()
                            .voidItem()
                            .emitOn(here)
                            .chain(() -> sessions.peek(token))
                            .chain(still -> events(sse, still, batch)))
                    .onItem()
                    .<OutboundSseEvent>disjoint()
                    .onFailure(Unauthenticated.class)
                    .recoverWithCompletion()
                    .onTermination()
                    .invoke(() -> seats.leave(who));
        });
    }

    /** A notification wakes readers on the connection that heard it, where no session of the database may be opened. */
    private static Executor context() {
        var context = Objects.requireNonNull(Vertx.currentContext());
        return task -> context.runOnContext(ignored -> task.run());
    }

    /** Where a browser left off; the end, where it does not say or cannot have been. */
    private Uni<Long> place(Session who, String from) {
        return changes.newest(who.workspace()).map(newest -> {
            try {
                return Math.clamp(Long.parseLong(from), 0, newest);
            } catch (NumberFormatException e) {
                return newest;
            }
        });
    }

    private Uni<List<OutboundSseEvent>> events(Sse sse, Session who, List<Change> batch) {
        var events = new ArrayList<OutboundSseEvent>();
        for (var change : batch) {
            if (SHOWN.contains(change.kind())) {
                events.add(sse.newEventBuilder()
                        .id(String.valueOf(change.number()))
                        .name("change")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .data(json(Map.of("kind", change.kind(), "item", change.itemId(), "by", change.actor())))
                        .build());
            }
        }
        if (events.isEmpty()) {
            return Uni.createFrom()
                    .item(List.of(sse.newEventBuilder().comment("still here").build()));
        }
        return board.recent(who.workspace()).map(counts -> {
            events.add(sse.newEventBuilder()
                    .name("counts")
                    .data(json(Map.of("lanes", counts)))
                    .build());
            return events;
        });
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
