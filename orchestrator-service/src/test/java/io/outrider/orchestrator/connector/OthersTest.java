package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.orchestrator.connector.mail.MailReply;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the operator's settings make of the mail server. */
class OthersTest {

    private static final Effect MAIL = new Effect(
            "email.send",
            "{\"to\":\"joe@acme.example\",\"subject\":\"s\",\"body\":\"b\"}".getBytes(StandardCharsets.UTF_8),
            "run_1:a",
            "ws",
            "grt_1");

    private final List<String> asked = new ArrayList<>();

    @Test
    void givesNoPasswordInTheClear() {
        assertThat(send(Map.of("security", "plain", "user", "mara", "password", "secret")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("OUTRIDER_SMTP_SECURITY"));
        assertThat(asked).isEmpty();
    }

    @Test
    void sendsInTheClearWhereThereIsNoPasswordToHear() {
        assertThat(send(Map.of("security", "plain"))).isInstanceOf(Outcome.Done.class);
        assertThat(asked).containsExactly("PLAIN mail.example:587");
    }

    @Test
    void givesAPasswordWhereTlsKeepsIt() {
        send(Map.of("security", "tls", "user", "mara", "password", "secret"));
        send(Map.of("user", "mara", "password", "secret"));

        assertThat(asked).containsExactly("TLS mara mail.example:465", "STARTTLS mara mail.example:587");
    }

    @Test
    void startsWithNoLimitOfNoMails() {
        assertThatThrownBy(() -> send(Map.of("per-minute", "0"))).hasMessageContaining("outrider.smtp.per-minute");
    }

    private Outcome send(Map<String, String> settings) {
        var values = new HashMap<>(Map.of(
                "outrider.smtp.host", "mail.example",
                "outrider.smtp.from", "mara@mail.acme.example",
                "outrider.smtp.unsubscribe-url", "https://acme.example/u/{id}"));
        settings.forEach((name, value) -> values.put("outrider.smtp." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withMapping(WebhookConfig.class)
                .withDefaultValues(values)
                .build();
        var smtp = config.getConfigMapping(SmtpConfig.class);
        return new Others(
                        config.getConfigMapping(WebhookConfig.class), smtp, new Unsubscribing(smtp), Clock.systemUTC())
                .mail(
                        (server, session, mail) -> {
                            asked.add(server.security() + " " + (server.user().isEmpty() ? "" : server.user() + " ")
                                    + server.host() + ":" + server.port());
                            return new MailReply(new Outcome.Done("id", "accepted"), 0);
                        },
                        new Unlimited())
                .connector()
                .execute(MAIL);
    }

    private record Unlimited() implements Limits {
        @Override
        public void close(String limit, Instant until) {}

        @Override
        public Optional<Instant> closedUntil(String limit) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> take(String limit, int perMinute) {
            return Optional.empty();
        }
    }
}
