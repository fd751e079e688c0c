package io.outrider.review.console;

import io.outrider.kit.error.Check;
import io.outrider.kit.id.Sha256;
import io.outrider.review.policy.Policies;
import io.outrider.review.wire.PolicyWire;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The policy, to read; the switch that stops everything, for admins. */
@Path("/policy")
@Produces(MediaType.TEXT_HTML)
class PolicyResource {

    private static final int LONGEST_REASON = 2_000;

    private final Sessions sessions;
    private final Policies policies;
    private final Pages pages;

    PolicyResource(Sessions sessions, Policies policies, Pages pages) {
        this.sessions = sessions;
        this.policies = policies;
        this.pages = pages;
    }

    /** @param version an older one to look at; 0 for the one that holds */
    @GET
    public Uni<String> policy(@Context HttpHeaders headers, @QueryParam("version") @DefaultValue("0") long version) {
        return sessions.require(headers)
                .chain(who -> policies.newest(who.workspace())
                        .chain(newest -> policies.get(who.workspace(), version)
                                .chain(policy -> pages.policy(PolicyViews.of(
                                        who, PolicyWire.toWire(policy), policy.version() == newest.version())))));
    }

    /** @param version that the admin read; @param stop "yes" or "no" */
    @POST
    @Path("stop")
    public Uni<Response> stop(
            @Context HttpHeaders headers,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("request_id") @DefaultValue("") String requestId,
            @FormParam("version") @DefaultValue("0") long version,
            @FormParam("stop") @DefaultValue("") String stop,
            @FormParam("reason") @DefaultValue("") String reason) {
        Forms.requireOwn(site);
        return sessions.require(headers).chain(who -> {
            Forms.requireToken(who.requireAdmin(), csrf);
            Check.requestId(requestId);
            Check.that(stop.equals("yes") || stop.equals("no"), "stop", "must be yes or no");
            Check.atMost(Check.notBlank(reason, "reason"), LONGEST_REASON, "reason");
            var body = Sha256.hex(String.join("\n", String.valueOf(version), stop, reason));
            return policies.get(who.workspace(), version)
                    .map(policy -> PolicyWire.toDomain(PolicyWire.toWire(policy).toBuilder()
                            .setKillSwitch(stop.equals("yes"))
                            .build()))
                    .chain(wanted -> policies.replace(
                            who.workspace(), wanted, new Policies.Change(requestId, body, who.subject(), reason)))
                    .map(ignored -> Response.seeOther(URI.create("/policy")).build());
        });
    }
}
