package io.outrider.research;

import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The outside world: company sites and a model, on free ports. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        var grpcPort = freePort();
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.grpc.server.test-port",
                grpcPort,
                "quarkus.grpc.clients.research.host",
                "localhost",
                "quarkus.grpc.clients.research.port",
                grpcPort,
                "outrider.crawler.host-overrides",
                sandbox.hostOverrides(),
                "outrider.crawler.delay",
                "PT0S",
                "OPENAI_BASE_URL",
                sandbox.uri() + "/v1",
                "OPENAI_API_KEY",
                "sandbox");
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(sandbox, new TestInjector.MatchesType(Sandbox.class));
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
