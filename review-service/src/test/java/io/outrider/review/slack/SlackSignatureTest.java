package io.outrider.review.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {

    /** The worked example of Slack's own documents. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIMESTAMP = "1531420618";
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
                    + "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
                    + ".803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private final Instant sent = Instant.ofEpochSecond(1_531_420_618L);

    @Test
    void agreesWithSlacksOwnExample() {
        assertThat(SlackSignature.of(SECRET, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, SIGNATURE, sent))
                .isTrue();
    }

    @Test
    void takesFiveMinutesEitherWayAndNoMore() {
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, SIGNATURE, sent.plusSeconds(300)))
                .isTrue();
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, SIGNATURE, sent.plusSeconds(301)))
                .isFalse();
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, SIGNATURE, sent.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void refusesWhatIsNotSignedExactlySo() {
        var other = BODY.clone();
        other[7] ^= 1;
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, other, SIGNATURE, sent))
                .isFalse();
        assertThat(SlackSignature.holds("other", TIMESTAMP, BODY, SIGNATURE, sent))
                .isFalse();
        assertThat(SlackSignature.holds(SECRET, "1531420619", BODY, SIGNATURE, sent))
                .isFalse();
        assertThat(SlackSignature.holds(SECRET, "", BODY, SIGNATURE, sent)).isFalse();
        assertThat(SlackSignature.holds(SECRET, "9999999999999999999", BODY, SIGNATURE, sent))
                .isFalse();
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, "", sent)).isFalse();
        assertThat(SlackSignature.holds(SECRET, TIMESTAMP, BODY, SIGNATURE.replace("v0=", "v1="), sent))
                .isFalse();
    }
}
