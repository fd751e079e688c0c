package io.outrider.research.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.kit.net.Dns;
import io.outrider.kit.net.HostOverrides;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetCheckTest {

    private static final Dns DNS = host -> switch (host) {
        case "good.example" -> List.of(InetAddress.ofLiteral("1.1.1.1"));
        case "mixed.example" -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1"));
        case "inner.example" -> List.of(InetAddress.ofLiteral("192.168.0.1"));
        case "none.example" -> throw new UnknownHostException(host);
        default -> List.of(InetAddress.getAllByName(host));
    };

    private final TargetCheck check = new TargetCheck(DNS, HostOverrides.parse(List.of("*.test=127.0.0.1:7070", "")));

    @Test
    void connectsToTheAddressThatWasChecked() throws Refused {
        assertThat(check.check(URI.create("https://good.example/a?b=c")))
                .isEqualTo(new Target(URI.create("https://good.example/a?b=c"), "good.example", "1.1.1.1", 443, true));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://good.example/, scheme is neither http nor https",
        "file:///etc/passwd, scheme is neither http nor https",
        "https://good.example:8443/, port 8443 is not allowed",
        "http://good.example:443/, port 443 is not allowed",
        "https://user:pass@good.example/, not a plain web address",
        "https://inner.example/, private address",
        "https://mixed.example/, private address",
        "https://none.example/, host is unknown",
        "http://127.0.0.1/, loopback address",
        "http://[::1]/, reserved address",
        "http://[::ffff:127.0.0.1]/, loopback address",
        "http://2130706433/, loopback address",
        "http://169.254.169.254/latest/meta-data/, link-local address",
        "http://x.test.good.example.evil:7070/, port 7070 is not allowed"
    })
    void refusesEverythingElse(String url, String reason) {
        assertThatThrownBy(() -> check.check(URI.create(url)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void anOverrideOpensOnlyTheHostsItNames() throws Refused {
        assertThat(check.check(URI.create("https://a.test/")).port()).isEqualTo(7070);
        assertThat(check.check(URI.create("https://a.test/")).tls()).isFalse();
        assertThatThrownBy(() -> check.check(URI.create("https://test/"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check.check(URI.create("https://inner.example/")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "a=b", "=127.0.0.1:80", "a=:80", "a=b:c"})
    void refusesAnOverrideThatIsNone(String setting) {
        assertThatThrownBy(() -> HostOverrides.parse(List.of(setting))).isInstanceOf(IllegalArgumentException.class);
    }
}
