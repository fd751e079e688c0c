package io.outrider.orchestrator.rest.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.error.InvalidField;
import io.outrider.kit.net.Dns;
import io.outrider.kit.net.HostOverrides;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTargetsTest {

    private static final Dns DNS = host -> switch (host) {
        case "public.example" -> List.of(InetAddress.ofLiteral("93.184.215.14"));
        case "inside.example" -> List.of(InetAddress.ofLiteral("10.0.0.8"));
        case "mixed.example" -> List.of(InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("127.0.0.1"));
        case "127.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1" -> List.of(InetAddress.ofLiteral(host));
        default -> throw new UnknownHostException(host);
    };

    private final CallbackTargets targets = new CallbackTargets(DNS, HostOverrides.NONE);

    @Test
    void connectsToTheVeryAddressThatWasChecked() {
        var target = targets.check("https://public.example:8443/hooks/a?b=c");

        assertThat(target.address()).isEqualTo("93.184.215.14");
        assertThat(target.port()).isEqualTo(8443);
        assertThat(target.tls()).isTrue();
        assertThat(target.pathAndQuery()).isEqualTo("/hooks/a?b=c");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/x, loopback",
        "http://[::1]/x, reserved",
        "http://169.254.169.254/latest/meta-data, link-local",
        "https://inside.example/x, private",
        "https://mixed.example/x, loopback",
        "https://nobody.example/x, not known",
        "ftp://public.example/x, https",
        "file:///etc/passwd, https",
        "//public.example/x, https",
        "https://user:pass@public.example/, plain",
        "https://public.example/#x, plain",
        "not a url, not a web address"
    })
    void refusesWithTheReason(String url, String reason) {
        var refusal = catchThrowableOfType(InvalidField.class, () -> targets.check(url));

        assertThat(refusal).hasMessageContaining(reason);
        assertThat(refusal.metadata()).containsEntry("field", "callback_url");
    }

    @Test
    void asksAgainEachTimeSoThatAHostThatMovesInsideIsRefusedThen() {
        var asked = new AtomicInteger();
        var moving = new CallbackTargets(
                host -> List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "93.184.215.14" : "192.168.0.9")),
                HostOverrides.NONE);
        moving.check("https://moving.example/");

        var refusal = catchThrowableOfType(InvalidField.class, () -> moving.check("https://moving.example/"));

        assertThat(refusal).hasMessageContaining("private");
    }

    @Test
    void takesAnOverrideByPlainHttp() {
        var target = new CallbackTargets(DNS, HostOverrides.parse(List.of("clay.test=127.0.0.1:7070")))
                .check("https://clay.test/hook");

        assertThat(target.address()).isEqualTo("127.0.0.1");
        assertThat(target.port()).isEqualTo(7070);
        assertThat(target.tls()).isFalse();
    }
}
