package io.outrider.orchestrator.run;

import io.outrider.kit.id.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Under which trace everything of a run is found, whatever process did it and however long it took. Follows from the run's
 * id, so that it needs no place of its own.
 */
public final class RunTrace {

    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;

    private RunTrace() {}

    /** 32 digits of lower-case hex, as OpenTelemetry spells it. */
    public static String id(String runId) {
        return digest(runId).substring(0, TRACE_DIGITS);
    }

    /** Of the run itself: the parent of every leg. 16 digits of lower-case hex. */
    public static String rootSpan(String runId) {
        return digest(runId).substring(TRACE_DIGITS, TRACE_DIGITS + SPAN_DIGITS);
    }

    private static String digest(String runId) {
        return Sha256.hex(runId.getBytes(StandardCharsets.UTF_8));
    }
}
