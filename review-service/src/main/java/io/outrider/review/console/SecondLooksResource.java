package io.outrider.review.console;

import io.outrider.kit.error.InvalidField;
import io.outrider.review.queue.RejectReason;
import io.outrider.review.second.Answer;
import io.outrider.review.second.AnswerLook;
import io.outrider.review.second.AnswerLook.Given;
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
import java.util.Arrays;

/** Items that one person decided, shown to another as if nobody had. */
@Path("/second-looks")
@Produces(MediaType.TEXT_HTML)
class SecondLooksResource {

    private final Sessions sessions;
    private final SecondLookPages pages;
    private final AnswerLook answerLook;

    SecondLooksResource(Sessions sessions, SecondLookPages pages, AnswerLook answerLook) {
        this.sessions = sessions;
        this.pages = pages;
        this.answerLook = answerLook;
    }

    @GET
    public Uni<String> waiting(@Context HttpHeaders headers) {
        return sessions.require(headers).chain(who -> pages.waiting(who.requireReviewer()));
    }

    @GET
    @Path("/{id}")
    public Uni<String> one(@Context HttpHeaders headers, @PathParam("id") String id) {
        return sessions.require(headers).chain(who -> pages.one(who.requireReviewer(), id));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> answer(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireReviewer(), Forms.text(form, "csrf"));
            return answerLook
                    .run(given(who, id, form))
                    .map(done -> Response.seeOther(URI.create("/second-looks")).build());
        });
    }

    private static Given given(Session who, String id, MultivaluedMap<String, String> form) {
        var answer = choice(Answer.class, Forms.text(form, "answer"), "answer");
        var reason = answer == Answer.REJECT
                ? choice(RejectReason.class, Forms.text(form, "reason"), "reason")
                        .name()
                : "";
        return new Given(
                who.workspace(),
                id,
                version(Forms.text(form, "version")),
                answer,
                reason,
                Forms.text(form, "comment"),
                who.subject());
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidField("version", "must be a number");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "must be chosen"));
    }
}
