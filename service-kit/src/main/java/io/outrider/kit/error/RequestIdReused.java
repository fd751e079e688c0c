package io.outrider.kit.error;

import java.util.Map;

/** The request id was used before, with another body. */
public final class RequestIdReused extends Failure {

    public RequestIdReused(String requestId) {
        super(
                Kind.EXISTS,
                "REQUEST_ID_REUSED",
                "request_id " + requestId + " was used before with another body",
                Map.of("request_id", requestId));
    }
}
