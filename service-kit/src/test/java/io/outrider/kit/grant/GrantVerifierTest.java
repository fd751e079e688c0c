package io.outrider.kit.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outrider.kit.grant.GrantRejected.Why;
import io.outrider.kit.id.Sha256;
import io.outrider.kit.test.TestGrants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final byte[] PAYLOAD = "{\"domain\":\"ferrocraft.example\"}".getBytes(UTF_8);

    private final TestGrants gate = new TestGrants("gate-1");
    private final GrantVerifier verifier =
            new GrantVerifier(GrantKeys.in(gate.jwks()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void acceptsWhatTheGateSigned() {
        var claims = claims(NOW.plus(Duration.ofHours(1)));

        assertThat(verifier.verify(gate.sign(claims), use())).isEqualTo(claims);
    }

    @Test
    void refusesAnUnsignedGrant() {
        var grant = gate.sign(valid(), jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            jws.setKey(null);
        });

        assertThat(rejected(grant, use())).isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesAnotherAlgorithmKeyedWithThePublicKey() {
        var grant = gate.sign(valid(), jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            jws.setKey(new HmacKey(gate.jwks().getBytes(UTF_8)));
        });

        assertThat(rejected(grant, use())).isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesASwappedKeyUnderTheGatesKeyId() {
        assertThat(rejected(new TestGrants("gate-1").sign(claims(NOW.plusSeconds(60))), use()))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesAKeyThatIsNotPublished() {
        assertThat(rejected(new TestGrants("gate-2").sign(claims(NOW.plusSeconds(60))), use()))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesAGrantThatBringsItsOwnKey() {
        var grant = gate.sign(valid(), jws -> jws.setHeader("jku", "https://evil.example/jwks"));

        assertThat(rejected(grant, use())).isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesATokenOfAnotherKind() {
        assertThat(rejected(gate.sign(valid(), jws -> jws.setHeader("typ", "at+jwt")), use()))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
        assertThat(rejected(gate.sign(valid().replace(GrantClaims.AUDIENCE, "outrider"), jws -> {}), use()))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
        assertThat(rejected(gate.sign(valid().replace(GrantClaims.ISSUER, "somebody"), jws -> {}), use()))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    @Test
    void refusesAnExpiredGrant() {
        assertThat(rejected(gate.sign(claims(NOW.minusSeconds(1))), use())).isEqualTo(Why.EXPIRED);
    }

    @Test
    void refusesAnotherUse() {
        var grant = gate.sign(claims(NOW.plusSeconds(60)));

        assertThat(rejected(grant, new GrantUse("other", "crm.company.upsert", "run_1", "crm:0", PAYLOAD)))
                .isEqualTo(Why.OTHER_WORKSPACE);
        assertThat(rejected(grant, new GrantUse("acme", "email.send", "run_1", "crm:0", PAYLOAD)))
                .isEqualTo(Why.OTHER_ACTION);
        assertThat(rejected(grant, new GrantUse("acme", "crm.company.upsert", "run_2", "crm:0", PAYLOAD)))
                .isEqualTo(Why.OTHER_RUN);
        assertThat(rejected(grant, new GrantUse("acme", "crm.company.upsert", "run_1", "crm:1", PAYLOAD)))
                .isEqualTo(Why.OTHER_RUN);
        assertThat(rejected(grant, new GrantUse("acme", "crm.company.upsert", "run_1", "crm:0", "{}".getBytes(UTF_8))))
                .isEqualTo(Why.OTHER_PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace", "action_type", "run", "key", "payload_sha256", "item", "version", "approver"})
    void refusesAGrantThatLacksAClaim(String claim) {
        var jwt = claims(NOW.plusSeconds(60)).toJwt();
        jwt.unsetClaim(claim);

        assertThat(rejected(gate.sign(jwt.toJson(), jws -> {}), use())).isEqualTo(Why.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "not a grant", "....."})
    void refusesWhatIsNoGrant(String text) {
        assertThat(rejected(text, use())).isNotNull();
    }

    @Test
    void refusesEveryChangeOfASingleCharacter() {
        var grant = gate.sign(claims(NOW.plusSeconds(60)));
        for (int at = 0; at < grant.length(); at++) {
            for (char c : new char[] {'A', 'B', 'z', '_', '.'}) {
                if (grant.charAt(at) != c) {
                    var changed = new StringBuilder(grant);
                    changed.setCharAt(at, c);
                    assertThat(rejected(changed.toString(), use())).isNotNull();
                }
            }
        }
    }

    @Test
    void refusesEveryTruncation() {
        var grant = gate.sign(claims(NOW.plusSeconds(60)));
        for (int end = 0; end < grant.length(); end++) {
            assertThat(rejected(grant.substring(0, end), use())).isNotNull();
        }
    }

    @Test
    void refusesAnEditedClaim() {
        var parts = gate.sign(claims(NOW.plusSeconds(60))).split("\\.");
        var edited = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"acme\"", "\"evil\"");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(edited.getBytes(UTF_8));

        assertThat(rejected(
                        String.join(".", parts), new GrantUse("evil", "crm.company.upsert", "run_1", "crm:0", PAYLOAD)))
                .isEqualTo(Why.NOT_SIGNED_BY_THE_GATE);
    }

    private Why rejected(String grant, GrantUse use) {
        return catchThrowableOfType(GrantRejected.class, () -> verifier.verify(grant, use))
                .why();
    }

    private static String valid() {
        return claims(NOW.plusSeconds(60)).toJwt().toJson();
    }

    private static GrantUse use() {
        return new GrantUse("acme", "crm.company.upsert", "run_1", "crm:0", PAYLOAD);
    }

    private static GrantClaims claims(Instant expiry) {
        return new GrantClaims(
                "grt_1",
                "ferrocraft.example",
                "acme",
                "crm.company.upsert",
                "run_1",
                "crm:0",
                Sha256.hex(PAYLOAD),
                "itm_1",
                1,
                "mara",
                3,
                NOW.minusSeconds(10),
                expiry);
    }
}
