package io.outrider.orchestrator.connector;

import java.util.Optional;

/** Finds the connector of an action type. */
public interface Connectors {

    /** Empty for an action type that no configured connector carries. */
    Optional<Connector> forAction(String actionType);
}
