package io.outrider.research.app;

import io.outrider.kit.error.Check;
import java.util.Arrays;

/**
 * Who asks, and what tells a repeat from another request.
 *
 * @param bodySha256 of the method's name and the request's bytes
 */
public record Request(String workspace, String requestId, byte[] bodySha256) {

    public Request {
        Check.requestId(requestId);
    }

    boolean isRepeatOf(byte[] storedBody) {
        return Arrays.equals(bodySha256, storedBody);
    }
}
