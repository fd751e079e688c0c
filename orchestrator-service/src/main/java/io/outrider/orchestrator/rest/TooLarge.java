package io.outrider.orchestrator.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** The body is larger than the door takes. */
final class TooLarge extends ClientErrorException {

    private static final long serialVersionUID = 1;

    TooLarge(int bytes) {
        super("At most " + bytes + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
