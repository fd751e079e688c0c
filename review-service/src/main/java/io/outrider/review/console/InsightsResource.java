package io.outrider.review.console;

import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.review.quality.Period;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;

/** How the gate does. */
@Path("/insights")
@Produces(MediaType.TEXT_HTML)
class InsightsResource {

    private final Sessions sessions;
    private final InsightsReader reader;
    private final VirtualThreadOffload offload;
    private final Pages pages;
    private final Clock clock;

    InsightsResource(Sessions sessions, InsightsReader reader, VirtualThreadOffload offload, Pages pages, Clock clock) {
        this.sessions = sessions;
        this.reader = reader;
        this.offload = offload;
        this.pages = pages;
        this.clock = clock;
    }

    /** The fit of a calibrator takes its time, so the view is made off the event loop. */
    @GET
    public Uni<String> insights(@Context HttpHeaders headers, @QueryParam("days") @DefaultValue("30") int days) {
        var now = clock.instant();
        var shown = InsightsViews.SPANS.contains(days) ? days : 30;
        var period = Period.of(now.minus(Duration.ofDays(shown)), now, now);
        return sessions.require(headers)
                .chain(who -> reader.read(who, period)
                        .chain(figures -> offload.call(() -> InsightsViews.of(who, shown, figures, period)))
                        .chain(pages::insights));
    }
}
