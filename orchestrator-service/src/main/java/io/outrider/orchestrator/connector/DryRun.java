package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.http.RehearsalDoor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Shows what an effect would send, byte for byte, and sends none of it. Looks up what the real thing would look up, since
 * what it sends depends on it.
 */
@ApplicationScoped
public class DryRun {

    /**
     * What would happen.
     *
     * @param requests in order; credentials are hidden
     * @param outcome what the connector would say if the provider accepted everything
     */
    public record Rehearsal(List<Call> requests, Outcome outcome) {

        public Rehearsal {
            requests = List.copyOf(requests);
        }
    }

    private final Catalogue catalogue;
    private final LiveDoor reads;

    DryRun(Catalogue catalogue, ConnectorConfig config) {
        this.catalogue = catalogue;
        this.reads = new LiveDoor(config.connectTimeout(), config.deadline());
    }

    public Rehearsal of(Effect effect) {
        var door = new RehearsalDoor(reads);
        var connector = catalogue.on(door).get(effect.actionType());
        if (connector == null) {
            return new Rehearsal(List.of(), new Outcome.Refused("no connector does " + effect.actionType()));
        }
        var outcome = connector.execute(effect);
        return new Rehearsal(door.writes().stream().map(DryRun::hidden).toList(), outcome);
    }

    @PreDestroy
    void close() {
        reads.close();
    }

    private static Call hidden(Call call) {
        return call.headers().containsKey("Authorization") ? call.with("Authorization", "Bearer ***") : call;
    }
}
