package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Sha256;
import io.outrider.review.batch.DecideBatch;
import io.outrider.review.batch.OpenBatch;
import io.outrider.review.batch.ReviewBatch;
import io.outrider.review.batch.Sheet;
import io.outrider.review.batch.UndoBatch;
import io.outrider.review.policy.Policies;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Accepts a group of a batch, and takes it back. */
@Path("/batches/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class BatchDecisionResource {

    private final Sessions sessions;
    private final OpenBatch openBatch;
    private final DecideBatch decideBatch;
    private final UndoBatch undoBatch;
    private final Policies policies;

    BatchDecisionResource(
            Sessions sessions, OpenBatch openBatch, DecideBatch decideBatch, UndoBatch undoBatch, Policies policies) {
        this.sessions = sessions;
        this.openBatch = openBatch;
        this.decideBatch = decideBatch;
        this.undoBatch = undoBatch;
        this.policies = policies;
    }

    @POST
    @Path("decide")
    public Uni<Response> decide(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        return reviewer(headers, site, form)
                .chain(who -> openBatch
                        .get(who.workspace(), id, who.subject())
                        .chain(batch -> policies.newest(who.workspace())
                                .chain(policy -> decideBatch.run(wish(who, batch, form, policy.decisionHold())))))
                .map(results -> Response.seeOther(URI.create("/batches/" + id)).build());
    }

    @POST
    @Path("undo")
    public Uni<Response> undo(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        return reviewer(headers, site, form)
                .chain(who -> undoBatch.run(who.workspace(), Forms.text(form, "request_id"), id, who.subject()))
                .map(ignored -> Response.seeOther(URI.create("/batches/" + id)).build());
    }

    private Uni<Session> reviewer(HttpHeaders headers, String site, MultivaluedMap<String, String> form) {
        Forms.requireOwn(site);
        return sessions.require(headers)
                .invoke(who -> Forms.requireToken(who.requireReviewer(), Forms.text(form, "csrf")));
    }

    private static DecideBatch.Wish wish(
            Session who, ReviewBatch batch, MultivaluedMap<String, String> form, Duration hold) {
        var excluded = excluded(batch, form);
        var comment = Forms.text(form, "comment");
        return new DecideBatch.Wish(
                who.workspace(),
                Forms.text(form, "request_id"),
                Sha256.hex(String.join("\n", batch.id(), String.valueOf(excluded), comment)),
                batch.id(),
                excluded,
                hold,
                comment,
                who.subject());
    }

    /** What was ticked, and all that is of other groups. */
    private static Set<String> excluded(ReviewBatch batch, MultivaluedMap<String, String> form) {
        var chosen = group(batch, Forms.text(form, "group"));
        var own = chosen.items().stream().map(Sheet.Entry::itemId).toList();
        var ticked = form.getOrDefault("exclude", List.of());
        Check.that(!ticked.containsAll(own), "exclude", "must leave something to accept");
        var excluded = new TreeSet<String>();
        for (var entry : batch.sheet().entries()) {
            if (!own.contains(entry.itemId()) || ticked.contains(entry.itemId())) {
                excluded.add(entry.itemId());
            }
        }
        return excluded;
    }

    private static Sheet.Group group(ReviewBatch batch, String number) {
        try {
            return batch.sheet().groups().get(Integer.parseInt(number) - 1);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new InvalidField("group", "must be one of the batch's");
        }
    }
}
