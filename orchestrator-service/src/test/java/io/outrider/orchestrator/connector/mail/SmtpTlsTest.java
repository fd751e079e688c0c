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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"235 welcome, Done", "454 later, Busy", "535 wrong password, Refused", "'', Busy"})
    void readsWhatTheServerSaysToALogin(String answer, String outcome) throws Exception {
        var certificate = Certificate.of("dns:localhost", directory);
        try (var server = new ScriptedMailServer(certificate.door(), "AUTH", answer)) {
            var sent = send(server.port(), "mara", certificate.trusting());

            assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(server.heard()).contains("AUTH");
            assertThat(server.heard().contains("MAIL")).isEqualTo(sent instanceof Outcome.Done);
        }
    }

    private static Outcome send(int port, SSLSocketFactory trust) {
        return send(port, "", trust);
    }

    /**
     * @param user empty for none
     * @param trust null for whom the JDK trusts
     */
    private static Outcome send(int port, String user, SSLSocketFactory trust) {
        var server = new MailServer(
                "localhost",
                port,
                user,
                "secret",
                "mara@mail.acme.example",
                Security.TLS,
                new MailServer.Unsubscribe("https://acme.example/u/{id}", null));
        MailDoor door = (to, session, mail) -> {
            if (trust != null) {
                session.getProperties().put("mail.smtp.ssl.socketFactory", trust);
                // Else the library knocks a second time with the JDK's own, and waits for a server that has gone.
                session.getProperties().put("mail.smtp.socketFactory.fallback", "false");
            }
            return new SmtpDoor().send(to, session, mail);
        };
        return new SmtpMail(door, server, InstantSource.system()).execute(MAIL);
    }
}
