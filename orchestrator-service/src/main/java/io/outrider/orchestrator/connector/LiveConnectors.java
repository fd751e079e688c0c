package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.mail.SmtpDoor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The connectors that act. */
@ApplicationScoped
class LiveConnectors implements Connectors {

    private final LiveDoor door;
    private final Map<String, Carrier> byAction;

    LiveConnectors(Catalogue catalogue, ConnectorConfig config, Making.Shared makings) {
        this.door = new LiveDoor(config.connectTimeout(), config.deadline());
        this.byAction = catalogue.on(new Doors(door, new SmtpDoor(), makings));
    }

    @Override
    public Optional<Connector> forAction(String actionType) {
        return Optional.ofNullable(byAction.get(actionType)).map(Carrier::connector);
    }

    @Override
    public String limitOf(String actionType) {
        var carrier = byAction.get(actionType);
        return carrier == null ? actionType : carrier.limit();
    }

    @Override
    public OptionalInt perMinute(String actionType) {
        var carrier = byAction.get(actionType);
        return carrier == null ? OptionalInt.empty() : carrier.perMinute();
    }

    @PreDestroy
    void close() {
        door.close();
    }
}
