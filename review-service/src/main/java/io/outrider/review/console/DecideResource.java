package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.Documents;
import io.outrider.review.queue.Payload;
import io.outrider.review.queue.ReadItems;
import io.outrider.review.queue.RejectReason;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A reviewer's decision, from the form of an item's page. */
@Path("/items/{id}/decide")
class DecideResource {

    private final Sessions sessions;
    private final ReadItems items;
    private final DecideItem decideItem;
    private final Documents documents;

    DecideResource(Sessions sessions, ReadItems items, DecideItem decideItem, Documents documents) {
        this.sessions = sessions;
        this.items = items;
        this.decideItem = decideItem;
        this.documents = documents;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireReviewer(), text(form, "csrf"));
            var requestId = Check.requestId(text(form, "request_id"));
            var type = choice(DecisionType.class, text(form, "type"), "type");
            return edited(who, id, type, form)
                    .chain(payload -> {
                        var ballot = ballot(who, id, type, payload, form);
                        return decideItem.run(
                                who.workspace(), requestId, Sha256.hex(who.subject() + "\n" + form), ballot);
                    })
                    .map(item -> Response.seeOther(URI.create("/")).build());
        });
    }

    private Uni<Payload> edited(Session who, String id, DecisionType type, MultivaluedMap<String, String> form) {
        if (type != DecisionType.EDIT) {
            return Uni.createFrom().nullItem();
        }
        return items.one(who.workspace(), id)
                .map(whole ->
                        Payload.parse(EditedPayload.of(documents.payload(whole.document()), form), "edited_payload"));
    }

    private static Ballot ballot(
            Session who, String id, DecisionType type, @Nullable Payload edited, MultivaluedMap<String, String> form) {
        return new Ballot(
                id,
                number(text(form, "version")),
                text(form, "payload_sha256"),
                type,
                edited,
                type == DecisionType.REJECT ? choice(RejectReason.class, text(form, "reason"), "reason") : null,
                text(form, "comment"),
                !text(form, "override_lint").isEmpty(),
                who.subject());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidField("version", "must be a number");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, String field) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(field, "must be chosen");
        }
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
