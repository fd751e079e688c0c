package io.outrider.orchestrator.connector;

import java.util.Optional;
import java.util.OptionalInt;

/** Finds the connector of an action type. */
public interface Connectors {

    /** Empty for an action type that no configured connector carries. */
    Optional<Connector> forAction(String actionType);

    /** What the provider counts calls of the action by, as {@link Limits} knows it. */
    String limitOf(String actionType);

    /** How many effects the same credential may have in a minute; empty where its provider counts them. */
    default OptionalInt perMinute(String actionType) {
        return OptionalInt.empty();
    }
}
