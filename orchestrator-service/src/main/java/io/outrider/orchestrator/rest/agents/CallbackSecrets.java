package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.StateForbids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What answers are signed with: a secret of its own for each workspace, so that no receiver can speak to another's. */
@ApplicationScoped
class CallbackSecrets {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 24;

    private final Optional<byte[]> master;

    CallbackSecrets(CallbackConfig config) {
        master = config.secret()
                .filter(text -> !text.isBlank())
                .map(text -> Base64.getDecoder().decode(text.strip()));
        master.filter(bytes -> bytes.length < SHORTEST).ifPresent(bytes -> {
            throw new IllegalArgumentException("outrider.callback.secret must be at least " + SHORTEST + " bytes");
        });
    }

    /** As Standard Webhooks writes it. */
    String of(String workspace) {
        var key = master.orElseThrow(() -> new StateForbids(
                "NO_CALLBACK_SECRET", "Callbacks are not set up here: OUTRIDER_CALLBACK_SECRET is not set"));
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            var secret = mac.doFinal(("callback/" + workspace).getBytes(StandardCharsets.UTF_8));
            return "whsec_" + Base64.getEncoder().encodeToString(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
