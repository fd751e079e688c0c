package io.outrider.orchestrator.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "429 ~ retry-after=7 ~ 2026-11-27T10:00:07Z",
                "429 ~ ~ 2026-11-27T10:00:10Z",
                "200 ~ x-hubspot-ratelimit-remaining=2, x-hubspot-ratelimit-interval-milliseconds=10000 ~ 2026-11-27T10:00:10Z",
                "200 ~ x-hubspot-ratelimit-remaining=3 ~",
                "200 ~ x-hubspot-ratelimit-daily-remaining=1 ~ 2026-11-27T11:00:00Z",
                "200 ~ x-ratelimit-remaining=1, x-ratelimit-reset=1795773630 ~ 2026-11-27T10:00:30Z",
                "200 ~ x-ratelimit-remaining=0, x-ratelimit-reset=45 ~ 2026-11-27T10:00:45Z",
                "200 ~ x-ratelimit-remaining=0, x-ratelimit-reset=2026-11-27T10:20:00Z ~ 2026-11-27T10:20:00Z",
                "200 ~ x-ratelimit-remaining=0, x-ratelimit-reset=2031-01-01T00:00:00Z ~ 2026-11-27T11:00:00Z",
                "200 ~ x-ratelimit-remaining=0, x-ratelimit-reset=soon ~ 2026-11-27T10:01:00Z",
                "200 ~ x-ratelimit-remaining=9 ~",
                "200 ~ x-ratelimit-remaining-minute=6, x-ratelimit-endpoint-cost=3 ~ 2026-11-27T10:01:00Z",
                "200 ~ x-ratelimit-remaining-minute=7, x-ratelimit-endpoint-cost=3 ~",
                "200 ~ ~"
            })
    void closesForAsLongAsTheProviderSays(int status, String headers, Instant until) {
        var answer = new Answer.Complete(status, read(headers), new byte[0]);

        assertThat(Quota.closedUntil(answer, NOW).orElse(null)).isEqualTo(until);
    }

    private static Map<String, String> read(String headers) {
        var read = new HashMap<String, String>();
        if (headers != null) {
            for (var header : headers.split(", ")) {
                read.put(header.split("=")[0], header.split("=")[1]);
            }
        }
        return read;
    }
}
