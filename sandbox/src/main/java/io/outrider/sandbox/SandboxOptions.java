package io.outrider.sandbox;

import io.outrider.sandbox.received.Received.Recording;

/**
 * How a sandbox starts.
 *
 * @param host the address to bind
 * @param httpPort 0 for a free one
 * @param smtpPort 0 for a free one
 * @param eventLoops how many threads serve HTTP
 */
public record SandboxOptions(String host, int httpPort, int smtpPort, int eventLoops, Recording recording) {

    /** Loopback, free ports, one event loop per core up to four, everything recorded. */
    public static SandboxOptions defaults() {
        var loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        return new SandboxOptions("127.0.0.1", 0, 0, loops, Recording.FULL);
    }

    public SandboxOptions withPorts(int http, int smtp) {
        return new SandboxOptions(host, http, smtp, eventLoops, recording);
    }

    public SandboxOptions withHost(String address) {
        return new SandboxOptions(address, httpPort, smtpPort, eventLoops, recording);
    }

    public SandboxOptions recording(Recording how) {
        return new SandboxOptions(host, httpPort, smtpPort, eventLoops, how);
    }
}
