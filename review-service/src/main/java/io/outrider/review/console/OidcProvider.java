package io.outrider.review.console;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.outrider.kit.error.StateForbids;
import io.outrider.kit.error.Unavailable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the identity provider says of itself, and its keys. Asked for once, at the first sign-in; keys again when they change. */
@ApplicationScoped
class OidcProvider {

    /** Nothing symmetric, nothing unsigned. */
    private static final Set<JWSAlgorithm> SIGNED_WITH =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int MOST_BYTES = 256 * 1024;

    private final OidcConfig config;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    OidcProvider(OidcConfig config) {
        this.config = config;
    }

    OIDCProviderMetadata metadata() {
        return known().metadata();
    }

    IDTokenValidator validator(ClientID client) {
        var known = known();
        return new IDTokenValidator(known.metadata().getIssuer(), client, known.keys(), null);
    }

    private Known known() {
        var seen = known.get();
        if (seen != null) {
            return seen;
        }
        var fresh = ask();
        known.compareAndSet(null, fresh);
        return fresh;
    }

    private Known ask() {
        var issuer =
                config.issuer().orElseThrow(() -> new StateForbids("NO_PROVIDER", "No identity provider is set here"));
        var patience = (int) config.timeout().toMillis();
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), patience, patience);
            var keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(patience, patience, MOST_BYTES))
                    .build();
            return new Known(metadata, new JWSVerificationKeySelector<>(SIGNED_WITH, keys));
        } catch (GeneralException | MalformedURLException e) {
            throw new IllegalStateException("The identity provider does not describe itself rightly", e);
        } catch (IOException e) {
            Log.warn("The identity provider does not answer", e);
            throw new Unavailable(
                    "PROVIDER_UNAVAILABLE", "The identity provider does not answer", Duration.ofSeconds(10));
        }
    }

    private record Known(OIDCProviderMetadata metadata, JWSVerificationKeySelector<SecurityContext> keys) {}
}
