package io.outrider.cli.launch;

import org.jspecify.annotations.Nullable;

/**
 * One part of a running system.
 *
 * @param extraPort gRPC for a service, SMTP for the sandbox
 * @param pid the process as it was last started; null where it never was
 */
public record PartState(
        Part part, int httpPort, int extraPort, @Nullable Pid pid) {

    PartState startedAs(Pid process) {
        return new PartState(part, httpPort, extraPort, process);
    }

    public boolean isAlive() {
        return pid != null && pid.isAlive();
    }

    public int grpcPort() {
        return part.isService() ? extraPort : 0;
    }

    /** Where it says whether it is ready. */
    String healthUrl() {
        return "http://127.0.0.1:" + httpPort + (part.isService() ? "/q/health/ready" : "/health");
    }
}
