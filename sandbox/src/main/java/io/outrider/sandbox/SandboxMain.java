package io.outrider.sandbox;

import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.received.Received.Recording;

/**
 * Runs a sandbox until the process is ended. Prints one line of JSON with its ports when it is ready.
 *
 * <p>Arguments: {@code --http-port N --smtp-port N --host ADDRESS --record full|summary}.
 */
public final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] args) {
        try {
            var sandbox = Sandbox.start(options(args));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.println(Json.object()
                    .put("ready", true)
                    .put("uri", sandbox.uri().toString())
                    .put("httpPort", sandbox.httpPort())
                    .put("smtpPort", sandbox.smtpPort())
                    .put("pid", ProcessHandle.current().pid()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static SandboxOptions options(String... args) {
        var options = SandboxOptions.defaults();
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            var value = args[i + 1];
            options = switch (args[i]) {
                case "--http-port" -> options.withPorts(port(value), options.smtpPort());
                case "--smtp-port" -> options.withPorts(options.httpPort(), port(value));
                case "--host" -> options.withHost(value);
                case "--record" -> options.recording(recording(value));
                default -> throw new IllegalArgumentException("Unknown argument " + args[i]);
            };
        }
        return options;
    }

    private static int port(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException ignored) {
            // said below
        }
        throw new IllegalArgumentException("Not a port: " + value);
    }

    private static Recording recording(String value) {
        return switch (value) {
            case "full" -> Recording.FULL;
            case "summary" -> Recording.SUMMARY;
            default -> throw new IllegalArgumentException("--record is full or summary, not " + value);
        };
    }
}
