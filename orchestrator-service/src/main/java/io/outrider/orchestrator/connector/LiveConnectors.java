package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.LiveDoor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The connectors that act. */
@ApplicationScoped
class LiveConnectors implements Connectors {

    private final LiveDoor door;
    private final Map<String, Connector> byAction;

    LiveConnectors(Catalogue catalogue, ConnectorConfig config) {
        this.door = new LiveDoor(config.connectTimeout(), config.deadline());
        this.byAction = catalogue.on(door);
    }

    @Override
    public Optional<Connector> forAction(String actionType) {
        return Optional.ofNullable(byAction.get(actionType));
    }

    @PreDestroy
    void close() {
        door.close();
    }
}
