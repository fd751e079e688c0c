package io.outrider.cli.launch;

import java.util.Set;

/**
 * What to start and where.
 *
 * @param wanted the parts
 * @param portBase the first of a row of ports; 0 for free ones
 * @param pace shortest time between two requests to one site, ISO 8601; empty for the service's own
 */
public record UpOptions(Set<Part> wanted, int portBase, String pace) {

    /** A row that few programs use. */
    public static final int DEFAULT_PORT_BASE = 17400;

    public UpOptions {
        wanted = Set.copyOf(wanted);
    }
}
