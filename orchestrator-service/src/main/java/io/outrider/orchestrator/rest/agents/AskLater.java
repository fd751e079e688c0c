package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.id.Sha256;
import io.outrider.kit.security.Caller;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.orchestrator.rest.FlatBody;
import io.outrider.orchestrator.rest.agents.AgentJobs.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Use case: take a question whose answer somebody will want later. */
@ApplicationScoped
class AskLater {

    private final AgentJobs jobs;
    private final JobQueue queue;
    private final AgentBody bodies;
    private final RunAgent agents;
    private final Deliveries deliveries;
    private final VirtualThreadOffload offload;

    AskLater(
            AgentJobs jobs,
            JobQueue queue,
            AgentBody bodies,
            RunAgent agents,
            Deliveries deliveries,
            VirtualThreadOffload offload) {
        this.jobs = jobs;
        this.queue = queue;
        this.bodies = bodies;
        this.agents = agents;
        this.deliveries = deliveries;
        this.offload = offload;
    }

    Uni<AgentJob> accept(Caller caller, String requestId, byte[] body) {
        var json = FlatBody.read(body);
        var kind = AgentKind.of(json.text("agent"));
        var ask = bodies.read(kind, json);
        var url = json.text("callbackUrl").isEmpty() ? null : json.text("callbackUrl");
        return checked(caller, url)
                .chain(() -> agents.revision(caller.workspace(), kind))
                .chain(revision ->
                        jobs.accept(caller, requestId, new Asked(kind, body, sha256(ask, url), revision, url)))
                .invoke(queue::look);
    }

    /** As Standard Webhooks writes it. */
    String secret(Caller caller) {
        return deliveries.secret(caller.workspace());
    }

    /** Looks the host up, which may take a while. */
    private Uni<Boolean> checked(Caller caller, @Nullable String url) {
        return url == null
                ? Uni.createFrom().item(true)
                : offload.call(() -> {
                    deliveries.check(caller.workspace(), url);
                    return true;
                });
    }

    /** Never that of a question whose caller waits. */
    private static byte[] sha256(AgentAsk ask, @Nullable String url) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(ask.sha256());
        all.writeBytes(("later " + url).getBytes(StandardCharsets.UTF_8));
        return Sha256.digest(all.toByteArray());
    }
}
