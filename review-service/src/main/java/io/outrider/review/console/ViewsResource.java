package io.outrider.review.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;

/** Keeps and drops a reviewer's own views of the queue. */
@Path("/views")
class ViewsResource {

    private final Sessions sessions;
    private final SavedViews views;

    ViewsResource(Sessions sessions, SavedViews views) {
        this.sessions = sessions;
        this.views = views;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> save(@Context HttpHeaders headers, MultivaluedMap<String, String> form) {
        var query = QueueQuery.text(QueueQuery.filter(form));
        return sessions.require(headers)
                .invoke(who -> Forms.requireToken(who, text(form, "csrf")))
                .chain(who -> text(form, "drop").isEmpty()
                        ? views.save(who, text(form, "name"), query)
                        : views.drop(who, text(form, "drop")))
                .map(ignored -> Response.seeOther(URI.create(query.isEmpty() ? "/" : "/?" + query))
                        .build());
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
