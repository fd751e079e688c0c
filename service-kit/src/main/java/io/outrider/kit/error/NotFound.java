package io.outrider.kit.error;

import java.util.Map;

/** There is no such thing in the caller's workspace. A thing of another workspace is not found either. */
public final class NotFound extends Failure {

    public NotFound(String type, String id) {
        super(Kind.NOT_FOUND, "NOT_FOUND", "There is no " + type + " " + id, Map.of("type", type, "id", id));
    }
}
