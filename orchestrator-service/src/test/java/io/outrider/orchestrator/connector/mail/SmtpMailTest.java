package io.outrider.orchestrator.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Deadline;
import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Outcome;
import io.outrider.orchestrator.connector.Window;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);
    private static final String PAYLOAD = """
            {"to":"joe@acme.example","subject":"Krane für Müller","body":"Hello Joe,\\n\\nshort.","fromName":"Mara Lind"}""";

    @Test
    void sendsAMailThatCanBeUnsubscribedByOneClick() {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var outcome = mail(sandbox.smtpPort(), Security.PLAIN).execute(effect(PAYLOAD));

            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(sandbox.received().list(Kind.SMTP)).hasSize(1).first().satisfies(it -> {
                assertThat(it.recipient()).isEqualTo("joe@acme.example");
                assertThat(it.body())
                        .contains("List-Unsubscribe: <https://acme.example/u/run_1%3Aa>")
                        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                        .contains("Message-ID: <run_1-a@mail.acme.example>")
                        .contains("From: Mara Lind <mara@mail.acme.example>");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 busy, Busy",
        "RCPT, 550 nobody, Refused",
        "MAIL, 421 later, Busy",
        "MAIL, 553 not you, Refused",
        "DATA, 451 later, Busy",
        "DATA, 554 spam, Refused",
        "., 451 later, Busy",
        "., 554 spam, Refused",
        "., '', Unknown",
        "., 250 ok, Done",
        "QUIT, '', Done",
        "QUIT, 421 later, Done",
        "QUIT, !, Done",
    })
    void readsWhatTheServerSays(String command, String answer, String outcome) throws IOException {
        try (var server = new ScriptedMailServer(command, answer)) {
            assertThat(mail(server.port(), Security.PLAIN)
                            .execute(effect(PAYLOAD))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void showsTheExactBytesAndSendsNone() {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var rehearsal = new MailRehearsal();

            var outcome = mail(rehearsal, sandbox.smtpPort(), Security.PLAIN).execute(effect(PAYLOAD));

            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(sandbox.received().list(Kind.SMTP)).isEmpty();
            mail(sandbox.smtpPort(), Security.PLAIN).execute(effect(PAYLOAD));
            var sent = sandbox.received().list(Kind.SMTP).getFirst().body();
            assertThat(rehearsal.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.method()).isEqualTo("SMTP");
                assertThat(lines(new String(mail.body(), StandardCharsets.UTF_8)))
                        .isEqualTo(lines(sent));
            });
        }
    }

    @Test
    void sendsNothingThatOthersMayHaveTakenOver() throws IOException {
        var ticks = new AtomicLong();
        var window = Window.open(ticks::get, Duration.ofSeconds(10));
        try (var server = new ScriptedMailServer("NOTHING", "250 ok")) {
            ticks.set(Duration.ofSeconds(11).toNanos());

            var late = window.during(() -> mail(server.port(), Security.PLAIN).execute(effect(PAYLOAD)));

            assertThat(late)
                    .isInstanceOfSatisfying(
                            Outcome.Busy.class,
                            busy -> assertThat(busy.reason()).isEqualTo(Window.OVER));
        }
    }

    /** What the mail was known to be when its time was over: nobody knows it once its words have been sent. */
    @ParameterizedTest
    @CsvSource({"EHLO, Busy", "., Unknown"})
    void hangsUpWhenTheTimeOfItsPlaybookIsOver(String command, String outcome) throws IOException {
        var deadline = Deadline.of(() -> 0, Duration.ofSeconds(2));
        try (var server = new ScriptedMailServer(command, ScriptedMailServer.SILENCE)) {
            var sent = deadline.during(() -> mail(server.port(), Security.PLAIN).execute(effect(PAYLOAD)));

            assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        }
    }

    @Test
    void sendsNothingWhenNoTimeIsLeft() throws IOException {
        var ticks = new AtomicLong();
        var deadline = Deadline.of(ticks::get, Duration.ofSeconds(3));
        MailDoor slow = (server, session, mail) -> {
            ticks.set(Duration.ofSeconds(4).toNanos());
            return new SmtpDoor().send(server, session, mail);
        };
        try (var server = new ScriptedMailServer("NOTHING", "250 ok")) {
            var late = deadline.during(
                    () -> mail(slow, server.port(), Security.PLAIN).execute(effect(PAYLOAD)));

            assertThat(late)
                    .isInstanceOfSatisfying(
                            Outcome.Busy.class,
                            busy -> assertThat(busy.reason()).isEqualTo(Deadline.OVER));
        }
    }

    /** Without what servers put before the mail that they were given. */
    private static List<String> lines(String mail) {
        return mail.strip().lines().dropWhile(line -> !line.startsWith("Date:")).toList();
    }

    @Test
    void sendsNothingWithoutTls() throws IOException {
        try (var server = new ScriptedMailServer("NOTHING", "250 ok")) {
            assertThat(mail(server.port(), Security.STARTTLS).execute(effect(PAYLOAD)))
                    .isInstanceOf(Outcome.Busy.class);
        }
    }

    @Test
    void comesBackWhenNobodyListens() {
        assertThat(mail(1, Security.PLAIN).execute(effect(PAYLOAD))).isInstanceOf(Outcome.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"subject\":\"s\",\"body\":\"b\"}",
                "{\"to\":\"joe\",\"subject\":\"s\",\"body\":\"b\"}",
                "{\"to\":\"joe@acme.example, eve@evil.example\",\"subject\":\"s\",\"body\":\"b\"}",
                "{\"to\":\"joe@acme.example\",\"subject\":\"s\\r\\nBcc: eve@evil.example\",\"body\":\"b\"}",
                "{\"to\":\"joe@acme.example\",\"subject\":\"s\",\"body\":\"\"}"
            })
    void refusesAPayloadThatIsNoMailToOnePerson(String payload) {
        assertThat(mail(1, Security.PLAIN).execute(effect(payload))).isInstanceOf(Outcome.Refused.class);
    }

    private static SmtpMail mail(int port, Security security) {
        return mail(new SmtpDoor(), port, security);
    }

    private static SmtpMail mail(MailDoor door, int port, Security security) {
        var server = new MailServer(
                "127.0.0.1",
                port,
                "",
                "",
                "mara@mail.acme.example",
                security,
                new MailServer.Unsubscribe("https://acme.example/u/{id}", null));
        return new SmtpMail(door, server, CLOCK);
    }

    private static Effect effect(String payload) {
        return new Effect("email.send", payload.getBytes(StandardCharsets.UTF_8), "run_1:a", "ws", "grt_1");
    }
}
