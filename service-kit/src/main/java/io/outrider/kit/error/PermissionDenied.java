package io.outrider.kit.error;

import java.util.Map;

/** The caller is known and may not do this. */
public final class PermissionDenied extends Failure {

    public PermissionDenied(String message) {
        super(Kind.DENIED, "PERMISSION_DENIED", message, Map.of());
    }
}
