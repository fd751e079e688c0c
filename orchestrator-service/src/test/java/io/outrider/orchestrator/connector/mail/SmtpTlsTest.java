package io.outrider.orchestrator.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Deadline;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS from the first byte: to the server that was meant, or nothing is said. */
class SmtpTlsTest {

    private static final Effect MAIL = new Effect(
            "email.send",
            "{\"to\":\"joe@acme.example\",\"subject\":\"s\",\"body\":\"b\"}".getBytes(StandardCharsets.UTF_8),
            "run_1:a",
            "ws",
            "grt_1");

    @TempDir
    Path directory;

    @Test
    void sendsToTheServerThatTheCertificateNames() throws Exception {
        var certificate = Certificate.of("dns:localhost", directory);
        try (var server = new ScriptedMailServer(certificate.door(), "NOTHING", "")) {
            assertThat(send(server.port(), certificate.trusting())).isInstanceOf(Outcome.Done.class);
            assertThat(server.heard()).contains("MAIL", "RCPT", ".").doesNotContain("STARTTLS");
        }
    }

    @Test
    void saysNothingToAServerOfAnotherName() throws Exception {
        var certificate = Certificate.of("dns:other.example", directory);
        try (var server = new ScriptedMailServer(certificate.door(), "NOTHING", "")) {
            assertThat(send(server.port(), certificate.trusting())).isInstanceOf(Outcome.Busy.class);
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void saysNothingToAServerThatNobodyVouchesFor() throws Exception {
        var certificate = Certificate.of("dns:localhost", directory);
        try (var server = new ScriptedMailServer(certificate.door(), "NOTHING", "")) {
            assertThat(send(server.port(), null)).isInstanceOf(Outcome.Busy.class);
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void saysNothingInTheClear() throws Exception {
        try (var server = new ScriptedMailServer("NOTHING", "")) {
            assertThat(send(server.port(), null)).isInstanceOf(Outcome.Busy.class);
            assertThat(server.heard()).doesNotContain("EHLO", "MAIL");
        }
    }

    @Test
    void hangsUpWhereTheServerIsSilentUntilTheTimeOfItsPlaybookIsOver() throws Exception {
        var deadline = Deadline.of(() -> 0, Duration.ofSeconds(2));
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = deadline.during(() -> send(silent.getLocalPort(), null));

            assertThat(sent).isInstanceOf(Outcome.Busy.class);
        }
    }

    /** @param trust null for whom the JDK trusts */
    private static Outcome send(int port, SSLSocketFactory trust) {
        var server = new MailServer(
                "localhost",
                port,
                "",
                "",
                "mara@mail.acme.example",
                Security.TLS,
                new MailServer.Unsubscribe("https://acme.example/u/{id}", null));
        MailDoor door = (to, session, mail) -> {
            if (trust != null) {
                session.getProperties().put("mail.smtp.ssl.socketFactory", trust);
            }
            return new SmtpDoor().send(to, session, mail);
        };
        return new SmtpMail(door, server, InstantSource.system()).execute(MAIL);
    }
}
