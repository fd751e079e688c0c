package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.sandbox.received.Kind;
import io.outrider.sandbox.received.Received.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static Sandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.received().clear();
        sandbox.faults().clear();
    }

    @Test
    void servesASiteByItsHostName() throws IOException {
        assertThat(client.page("ferrocraft.example", "/about"))
                .startsWith("HTTP/1.1 200")
                .contains("We are 240 people in Ghent.");
        assertThat(client.page("www.ferrocraft.example", "/")).startsWith("HTTP/1.1 200");
    }

    @Test
    void hangsUpForAHostThatIsNotThere() throws IOException {
        assertThat(client.page("nobody-home.example", "/")).isEmpty();
    }

    @Test
    void givesBackWhatItReceived() throws Exception {
        client.send(
                "POST",
                "/crm/v3/objects/companies",
                "{\"properties\":{\"domain\":\"a.example\"}}",
                "Idempotency-Key",
                "k1");
        client.send("POST", "/slack/services/T/B/x", "{\"text\":\"hello\"}");

        var all = client.json("GET", "/received", "");
        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("kind").asText()).isEqualTo("crm");
        assertThat(all.path(0).path("key").asText()).isEqualTo("k1");
        assertThat(all.path(0).path("recipient").asText()).isEqualTo("companies:a.example");
        assertThat(all.path(0).path("body").asText()).contains("a.example");
        assertThat(client.json("GET", "/received?kind=slack", "")).hasSize(1);
        var first = all.path(0).path("seq").asLong();
        assertThat(client.json("GET", "/received?since=" + first, "")).hasSize(1);
        var summary = client.json("GET", "/received/summary", "");
        assertThat(summary.at("/effects/crm").asInt()).isEqualTo(1);
        assertThat(client.send("DELETE", "/received", "").statusCode()).isEqualTo(204);
        assertThat(client.json("GET", "/received", "")).isEmpty();
    }

    @Test
    void takesMail() throws IOException {
        try (var socket = new Socket("127.0.0.1", sandbox.smtpPort());
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line : List.of(
                    "HELO me",
                    "MAIL FROM:<a@tidewell.example>",
                    "RCPT TO:<b@ferrocraft.example>",
                    "DATA",
                    "Message-ID: <m1@tidewell.example>\r\nList-Unsubscribe: <https://x.example>\r\n\r\nHello\r\n.",
                    "QUIT")) {
                in.readLine();
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            while (in.readLine() != null) {
                // until the server has closed
            }
        }
        assertThat(sandbox.received().effects(Kind.SMTP)).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("b@ferrocraft.example");
            assertThat(mail.key()).isEqualTo("<m1@tidewell.example>");
            assertThat(mail.body()).contains("List-Unsubscribe");
        });
    }

    @Test
    void keepsOnlyCountsWhenAskedTo() throws Exception {
        try (var lean = Sandbox.start(SandboxOptions.defaults().recording(Recording.SUMMARY));
                var other = new Client(lean)) {
            other.send("POST", "/slack/services/T/B/x", "{\"text\":\"hello\"}");
            assertThat(lean.received().list()).isEmpty();
            assertThat(lean.received().summary().effects()).containsEntry(Kind.SLACK, 1L);
        }
    }

    @Test
    void changesWhatItKeepsAndHowLargeGeneratedPagesAreWhileItRuns() throws Exception {
        try (var own = Sandbox.start(SandboxOptions.defaults());
                var other = new Client(own)) {
            assertThat(other.send("PUT", "/received", "{\"record\":\"summary\"}")
                            .statusCode())
                    .isEqualTo(204);
            other.send("POST", "/slack/services/T/B/x", "{\"text\":\"hello\"}");
            assertThat(own.received().list()).isEmpty();

            assertThat(other.send("PUT", "/fleet", "{\"kb\":{\"from\":20,\"to\":20}}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(other.page("acct-7.example", "/").length()).isBetween(19 * 1_024, 21 * 1_024);
            assertThat(other.send("PUT", "/fleet", "{\"kb\":{\"from\":9,\"to\":2}}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(other.send("PUT", "/received", "{\"record\":\"some\"}").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        var taken = SandboxOptions.defaults().withPorts(0, sandbox.httpPort());
        assertThatThrownBy(() -> Sandbox.start(taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Integer.toString(sandbox.httpPort()));
    }

    @Test
    void readsItsArguments() {
        var options = SandboxMain.options("--http-port", "7070", "--record", "summary");
        assertThat(options.httpPort()).isEqualTo(7070);
        assertThat(options.recording()).isEqualTo(Recording.SUMMARY);
        assertThatThrownBy(() -> SandboxMain.options("--http-port", "x")).hasMessage("Not a port: x");
        assertThatThrownBy(() -> SandboxMain.options("--colour", "red")).hasMessage("Unknown argument --colour");
    }
}
