package io.outrider.kit.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.id.Sha256;
import io.outrider.kit.test.TestGrants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand grants that somebody changed: none is accepted. That one acts only once is tested where it acts. */
class MutatedGrantsTest {

    private static final long SEED = 20_261_122;
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final byte[] PAYLOAD = "{\"domain\":\"ferrocraft.example\"}".getBytes(UTF_8);
    private static final List<String> FIELDS = List.of(
            "jti", "iss", "sub", "aud", "workspace", "action_type", "run", "key", "payload_sha256", "item", "approver");

    private final TestGrants gate = new TestGrants("gate-1");
    private final TestGrants forger = new TestGrants("gate-1");
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void acceptsNoneOfAThousand() {
        System.out.println("MutatedGrantsTest seed " + SEED);
        var verifier = new GrantVerifier(GrantKeys.in(gate.jwks()), Clock.fixed(NOW, ZoneOffset.UTC));
        var accepted = 0;
        for (int i = 0; i < 1_000; i++) {
            accepted += accepts(verifier, mutated(i % 10), use(i % 10)) ? 1 : 0;
        }

        assertThat(accepted).isZero();
        assertThat(accepts(verifier, gate.sign(claims(60)), use(-1))).isTrue();
    }

    @Test
    void readsTheKeysOfAFileAgainWhenItChanges(@TempDir Path directory) throws IOException {
        var file = directory.resolve("keys.json");
        store(file, gate.jwks(), 1);
        var verifier = new GrantVerifier(GrantKeys.at(file.toUri()), Clock.fixed(NOW, ZoneOffset.UTC));
        var next = new TestGrants("gate-2");
        assertThat(accepts(verifier, next.sign(claims(60)), use(-1))).isFalse();

        store(file, next.jwks(), 2);
        assertThat(accepts(verifier, next.sign(claims(60)), use(-1))).isTrue();
        assertThat(accepts(verifier, gate.sign(claims(60)), use(-1))).isFalse();
        store(file, "half a fi", 3);
        assertThat(accepts(verifier, next.sign(claims(60)), use(-1))).isTrue();
    }

    private String mutated(int kind) {
        return switch (kind) {
            case 0 -> withAnotherCharacter(gate.sign(claims(60)));
            case 1 -> withAnotherField();
            case 2 -> forger.sign(claims(60));
            case 3 ->
                gate.sign(claims(60).toJwt().toJson(), jws -> {
                    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                    jws.setKey(null);
                });
            case 4 ->
                gate.sign(claims(60).toJwt().toJson(), jws -> {
                    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    jws.setKey(new HmacKey(gate.jwks().getBytes(UTF_8)));
                });
            case 5 -> gate.sign(claims(-1 - random.nextInt(100_000)));
            case 6 -> gate.sign(claims(60)).substring(0, random.nextInt(300));
            default -> gate.sign(claims(60));
        };
    }

    /** Where the grant itself is right, it is used for something else. */
    private GrantUse use(int kind) {
        return switch (kind) {
            case 7 -> new GrantUse("other" + random.nextInt(), "crm.company.upsert", "run_1", "crm:0", PAYLOAD);
            case 8 -> new GrantUse("acme", "crm.company.upsert", "run_1", "crm:0", edited());
            case 9 -> new GrantUse("acme", "email.send", "run_" + random.nextInt(), "crm:0", PAYLOAD);
            default -> new GrantUse("acme", "crm.company.upsert", "run_1", "crm:0", PAYLOAD);
        };
    }

    private byte[] edited() {
        var bytes = PAYLOAD.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        return bytes;
    }

    private String withAnotherCharacter(String grant) {
        var at = random.nextInt(grant.length());
        var other = grant.charAt(at) == 'A' ? 'B' : 'A';
        return grant.substring(0, at) + other + grant.substring(at + 1);
    }

    private String withAnotherField() {
        var parts = gate.sign(claims(60)).split("\\.");
        var json = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        var edited = json.replaceFirst("\"" + field + "\":\"", "\"" + field + "\":\"x");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(edited.getBytes(UTF_8)) + "."
                + parts[2];
    }

    private static boolean accepts(GrantVerifier verifier, String grant, GrantUse use) {
        try {
            verifier.verify(grant, use);
            return true;
        } catch (GrantRejected e) {
            return false;
        }
    }

    private static void store(Path file, String text, long second) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1_000));
    }

    private static GrantClaims claims(long validSeconds) {
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
                NOW.minusSeconds(200_000),
                NOW.plusSeconds(validSeconds));
    }
}
