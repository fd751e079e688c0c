package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.error.Exhausted;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void bindsItsCookiesToThisHostOverHttps() {
        var begin = new Cookies(config("outrider.console.https", "true")).begin("token");

        assertThat(begin.getName()).isEqualTo("__Host-outrider_session");
        assertThat(begin.isSecure()).isTrue();
        assertThat(begin.isHttpOnly()).isTrue();
        assertThat(begin.getSameSite()).isEqualTo(SameSite.STRICT);
        assertThat(begin.getPath()).isEqualTo("/");
        assertThat(begin.getDomain()).isNull();
    }

    @Test
    void letsNoAddressTrySignInsWithoutEnd() {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        var pace =
                new SignInPace(config("outrider.console.sign-ins-per-minute", "3"), Clock.fixed(now, ZoneOffset.UTC));
        for (int i = 0; i < 3; i++) {
            pace.count("192.0.2.1");
        }
        assertThatThrownBy(() -> pace.count("192.0.2.1")).isInstanceOf(Exhausted.class);
        pace.count("192.0.2.2");
    }

    private static ConsoleConfig config(String key, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withDefaultValue(key, value)
                .build()
                .getConfigMapping(ConsoleConfig.class);
    }
}
