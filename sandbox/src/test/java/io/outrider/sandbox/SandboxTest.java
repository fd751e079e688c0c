package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SandboxTest {

    @Test
    void servesASiteByItsHostName() throws IOException {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(sandbox.smtpPort()).isPositive();
            assertThat(get(sandbox, "ferrocraft.example", "/"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Ghent");
        }
    }

    @Test
    void hangsUpForAHostThatIsNotThere() throws IOException {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(get(sandbox, "nobody-home.example", "/")).isEmpty();
        }
    }

    private static String get(Sandbox sandbox, String host, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", sandbox.httpPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
