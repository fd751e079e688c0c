package io.outrider.review.slack;

import io.outrider.kit.error.Unauthenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Where Slack tells that somebody pressed a button. Answers at once; the message is changed afterwards. */
@Path("/slack/interactions")
class SlackResource {

    private final SlackConfig config;
    private final Notices notices;
    private final Pressed pressed;
    private final Clock clock;

    SlackResource(SlackConfig config, Notices notices, Pressed pressed, Clock clock) {
        this.config = config;
        this.notices = notices;
        this.pressed = pressed;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> interact(
            @HeaderParam("X-Slack-Request-Timestamp") @DefaultValue("") String timestamp,
            @HeaderParam("X-Slack-Signature") @DefaultValue("") String signature,
            byte[] body) {
        var now = clock.instant();
        var holds = config.signingSecret()
                .map(secret -> SlackSignature.holds(secret, timestamp, body, signature, now))
                .orElse(false);
        if (!holds) {
            throw new Unauthenticated("Not signed by Slack, or too old");
        }
        var press = Press.parse(body);
        return notices.first(signature, now)
                .invoke(first -> {
                    if (!first) {
                        throw new Unauthenticated("This request was seen before");
                    }
                    pressed.handle(press, signature);
                })
                .map(first -> Response.ok().build());
    }
}
