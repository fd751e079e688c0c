package io.outrider.review.console;

import io.outrider.kit.error.Exhausted;
import io.outrider.kit.error.Unauthenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a stream before it begins: once it has, no status can be sent any more, and a browser would come back for ever. */
class LiveGate {

    private final Sessions sessions;
    private final Cookies cookies;
    private final LiveSeats seats;

    LiveGate(Sessions sessions, Cookies cookies, LiveSeats seats) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.seats = seats;
    }

    /** @return null to go on */
    @ServerRequestFilter
    public Uni<Response> admit(UriInfo uri, HttpHeaders headers) {
        if (!uri.getPath().equals("/live")) {
            return Uni.createFrom().nullItem();
        }
        return sessions.peek(cookies.session(headers))
                .invoke(seats::requireFree)
                .chain(() -> Uni.createFrom().<Response>nullItem())
                .onFailure(Unauthenticated.class)
                .recoverWithItem(
                        () -> Response.status(Response.Status.UNAUTHORIZED).build())
                .onFailure(Exhausted.class)
                .recoverWithItem(
                        () -> Response.status(Response.Status.TOO_MANY_REQUESTS).build());
    }
}
