package io.outrider.orchestrator.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Effect;
import io.outrider.orchestrator.connector.Limits;
import io.outrider.orchestrator.connector.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server says of one mail slows down all that have its user. */
class MeteredMailDoorTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final Map<String, Instant> closed = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "'', 421 too many connections",
        "MAIL, 421 later",
        "MAIL, 452 no room",
        "RCPT, 450 slow down",
        "DATA, 451 later",
        "., 452 no room",
    })
    void closesForAMinuteWhereTheServerSaysLater(String command, String answer) throws IOException {
        assertThat(send(command, answer)).isInstanceOf(Outcome.Busy.class);
        assertThat(closed).containsExactly(Map.entry("smtp:user", NOW.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 nobody", "., 554 spam", "., ''", "., 250 ok"})
    void closesNothingElse(String command, String answer) throws IOException {
        send(command, answer);

        assertThat(closed).isEmpty();
    }

    private Outcome send(String command, String answer) throws IOException {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (var server = new ScriptedMailServer(command, answer)) {
            var to = new MailServer(
                    "127.0.0.1",
                    server.port(),
                    "",
                    "",
                    "mara@mail.acme.example",
                    Security.PLAIN,
                    new MailServer.Unsubscribe("https://acme.example/u/{id}", null));
            var door = new MeteredMailDoor(new SmtpDoor(), "smtp:user", limits(), clock);
            return new SmtpMail(door, to, clock)
                    .execute(new Effect(
                            "email.send",
                            "{\"to\":\"joe@acme.example\",\"subject\":\"s\",\"body\":\"b\"}"
                                    .getBytes(StandardCharsets.UTF_8),
                            "run_1:a",
                            "ws",
                            "grt_1"));
        }
    }

    private Limits limits() {
        return new Limits() {
            @Override
            public void close(String limit, Instant until) {
                closed.put(limit, until);
            }

            @Override
            public Optional<Instant> closedUntil(String limit) {
                return Optional.empty();
            }

            @Override
            public Optional<Instant> take(String limit, int perMinute) {
                return Optional.empty();
            }
        };
    }
}
