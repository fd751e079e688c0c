package io.outrider.kit.error;

import java.util.Map;

/** No token, or one that is not valid here. The message never says which part of a token was wrong. */
public final class Unauthenticated extends Failure {

    public Unauthenticated(String message) {
        super(Kind.UNAUTHENTICATED, "UNAUTHENTICATED", message, Map.of());
    }
}
