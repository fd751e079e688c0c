package io.outrider.orchestrator.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Judge judge = new Judge(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "200, '', Done, Refused",
        "201, '', Done, Refused",
        "301, '', Refused, Refused",
        "302, '', Refused, Refused",
        "303, '', Unknown, Refused",
        "400, '', Refused, Refused",
        "401, '', Refused, Refused",
        "404, '', Refused, Refused",
        "408, '', Busy, Busy",
        "409, '', Refused, Refused",
        "425, '', Busy, Busy",
        "429, '', Busy, Busy",
        "500, '', Unknown, Busy",
        "500, 5, Unknown, Busy",
        "502, 5, Unknown, Busy",
        "503, '', Unknown, Busy",
        "503, 5, Busy, Busy",
        "504, 5, Unknown, Busy",
    })
    void judgesEveryStatus(int status, String retryAfter, String ofWrite, String ofRead) {
        Map<String, String> headers = retryAfter.isEmpty() ? Map.of() : Map.of("retry-after", retryAfter);
        var answer = new Answer.Complete(status, headers, new byte[0]);

        assertThat(judge.ofWrite(answer, whole -> new Outcome.Done("1", "")))
                .extracting(JudgeTest::kind)
                .isEqualTo(ofWrite);
        assertThat(judge.ofFailedRead(answer)).extracting(JudgeTest::kind).isEqualTo(ofRead);
    }

    @Test
    void tellsNotSentFromNotAnswered() {
        var notSent = judge.ofWrite(new Answer.NotSent("refused"), whole -> new Outcome.Done("1", ""));
        var notAnswered = judge.ofWrite(new Answer.None("reset"), whole -> new Outcome.Done("1", ""));

        assertThat(notSent).isInstanceOf(Outcome.Busy.class);
        assertThat(notAnswered).isEqualTo(new Outcome.Unknown("reset"));
    }

    @Test
    void doesNotKnowWhenSuccessMakesNoSense() {
        var outcome = judge.ofWrite(new Answer.Complete(200, Map.of(), new byte[0]), whole -> {
            throw new NotUnderstood("the answer is not JSON");
        });

        assertThat(outcome).isEqualTo(new Outcome.Unknown("answered 200, but the answer is not JSON"));
    }

    @Test
    void passesOnlyAnExcerptOfWhatTheProviderSaid() {
        var body = ("a\u0000b\n" + "x".repeat(1000)).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var outcome = judge.ofWrite(new Answer.Complete(400, Map.of(), body), whole -> new Outcome.Done("1", ""));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("answered 400: a b x")
                                .hasSizeLessThan(350));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 1",
        "99999, 3600",
        "'Sun, 01 Nov 2026 12:00:30 GMT', 30",
        "'Sun, 01 Nov 2026 11:00:00 GMT', 1",
        "soon, 15",
        "-5, 15",
        "'', 15",
    })
    void readsRetryAfter(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW, Duration.ofSeconds(15))).hasSeconds(seconds);
    }

    private static String kind(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
