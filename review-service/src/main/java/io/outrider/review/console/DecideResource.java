package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.policy.Policies;
import io.outrider.review.queue.Ballot;
import io.outrider.review.queue.DecideItem;
import io.outrider.review.queue.DecideItem.Manner;
import io.outrider.review.queue.DecisionType;
import io.outrider.review.queue.RejectReason;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** A reviewer's decision, from a form of an item's page. It is held, as long as the policy says. */
@Path("/items/{id}/decide")
@Produces(MediaType.TEXT_HTML)
class DecideResource {

    private static final String CHECK = "CHECK";

    private final Sessions sessions;
    private final DecideItem decideItem;
    private final Policies policies;
    private final EditForm editForm;

    DecideResource(Sessions sessions, DecideItem decideItem, Policies policies, EditForm editForm) {
        this.sessions = sessions;
        this.decideItem = decideItem;
        this.policies = policies;
        this.editForm = editForm;
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
            Forms.requireToken(who.requireReviewer(), Forms.text(form, "csrf"));
            if (Forms.text(form, "type").equals(CHECK)) {
                return editForm.check(who, id, form);
            }
            var type = choice(DecisionType.class, Forms.text(form, "type"), "type");
            return type == DecisionType.EDIT
                    ? editForm.decide(who, id, form, ballot -> run(who, ballot, form))
                    : run(who, ballot(who, id, type, form), form);
        });
    }

    private Uni<Response> run(Session who, Ballot ballot, MultivaluedMap<String, String> form) {
        var requestId = Check.requestId(Forms.text(form, "request_id"));
        var body = Sha256.hex(who.subject() + "\n" + form);
        return policies.newest(who.workspace())
                .chain(policy ->
                        decideItem.run(who.workspace(), requestId, body, ballot, Manner.held(policy.decisionHold())))
                .map(item -> Response.seeOther(next(form)).build());
    }

    /** Who came from a batch goes on there. */
    private static URI next(MultivaluedMap<String, String> form) {
        var batch = Forms.batch(Forms.text(form, "batch"));
        return URI.create(batch.isEmpty() ? "/" : "/batches/" + batch);
    }

    private static Ballot ballot(Session who, String id, DecisionType type, MultivaluedMap<String, String> form) {
        var reason =
                type == DecisionType.REJECT ? choice(RejectReason.class, Forms.text(form, "reason"), "reason") : null;
        return EditForm.ballot(who, id, type, null, reason, form);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, String field) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(field, "must be chosen");
        }
    }
}
