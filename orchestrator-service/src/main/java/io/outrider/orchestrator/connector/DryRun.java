package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.http.RehearsalDoor;
import io.outrider.orchestrator.connector.mail.MailRehearsal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

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
        var mail = new MailRehearsal();
        var carrier =
                catalogue.on(new Doors(door, mail, provider -> new Alone())).get(effect.actionType());
        if (carrier == null) {
            return new Rehearsal(List.of(), new Outcome.Refused("no connector does " + effect.actionType()));
        }
        var outcome = carrier.connector().execute(effect);
        var planned = Stream.concat(door.writes().stream(), mail.mails().stream())
                .map(call -> Hidden.of(effect.actionType(), call))
                .toList();
        return new Rehearsal(planned, outcome);
    }

    @PreDestroy
    void close() {
        reads.close();
    }
}
