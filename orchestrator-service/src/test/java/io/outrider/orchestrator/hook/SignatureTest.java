package io.outrider.orchestrator.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] SECRET = "a secret of twenty-nine bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{\"signals\":[]}".getBytes(StandardCharsets.UTF_8);

    @Test
    void takesWhatTheReferenceLibrarySigns() throws WebhookSigningException {
        assertThat(holds("msg_1", 0, BODY, signed("msg_1", 0))).isTrue();
        assertThat(holds("msg_1", 0, BODY, "v1,AAAA " + signed("msg_1", 0))).isTrue();
    }

    @Test
    void refusesAnyOtherIdTimeBodyOrSignature() throws WebhookSigningException {
        var right = signed("msg_1", 0);

        assertThat(holds("msg_2", 0, BODY, right)).isFalse();
        assertThat(holds("msg_1", 1, BODY, right)).isFalse();
        assertThat(holds("msg_1", 0, "{}".getBytes(StandardCharsets.UTF_8), right))
                .isFalse();
        assertThat(holds("msg_1", 0, BODY, right.substring(0, right.length() - 4)))
                .isFalse();
        assertThat(holds("msg_1", 0, BODY, "")).isFalse();
        assertThat(holds("", 0, BODY, signed("", 0))).isFalse();
        assertThat(Signature.holds(SECRET, "msg_1", "soon", BODY, right, NOW)).isFalse();
    }

    @Test
    void refusesWhatIsOlderOrNewerThanFiveMinutes() throws WebhookSigningException {
        assertThat(holds("m", 300, BODY, signed("m", 300))).isTrue();
        assertThat(holds("m", 301, BODY, signed("m", 301))).isFalse();
        assertThat(holds("m", -301, BODY, signed("m", -301))).isFalse();
    }

    private static boolean holds(String id, long late, byte[] body, String signature) {
        var time = Long.toString(NOW.getEpochSecond() - late);
        return Signature.holds(SECRET, id, time, body, signature, NOW);
    }

    private static String signed(String id, long late) throws WebhookSigningException {
        return new Webhook(Base64.getEncoder().encodeToString(SECRET))
                .sign(id, NOW.getEpochSecond() - late, new String(BODY, StandardCharsets.UTF_8));
    }
}
