package io.outrider.review.console;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.queue.SearchQueue;
import io.outrider.review.v1.GetGateInsightsResponse;
import io.outrider.review.v1.Lane;
import io.outrider.review.v1.LaneCount;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** How the gate does. */
@Path("/insights")
@Produces(MediaType.TEXT_HTML)
class InsightsResource {

    private final Sessions sessions;
    private final SearchQueue queue;
    private final Pages pages;
    private final Clock clock;

    InsightsResource(Sessions sessions, SearchQueue queue, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.queue = queue;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    public Uni<String> insights(@Context HttpHeaders headers) {
        return sessions.require(headers)
                .chain(who -> queue.counts(who.workspace()).chain(lanes -> {
                    var gate = GetGateInsightsResponse.newBuilder();
                    lanes.forEach(lane -> gate.addQueue(LaneCount.newBuilder()
                            .setLane(Lane.valueOf("LANE_" + lane.lane()))
                            .setOpen(lane.open())
                            .setOldestTime(Timestamps.toWire(lane.oldest()))));
                    return pages.insights(
                            InsightsViews.of(who, gate.build(), List.of(), List.of(), List.of(), clock.instant()));
                }));
    }
}
