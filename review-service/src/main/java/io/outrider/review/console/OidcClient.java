package io.outrider.review.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.error.Unavailable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** The code flow of OpenID Connect with PKCE, on Nimbus' SDK. Methods block: call them on a virtual thread. */
@ApplicationScoped
class OidcClient {

    private static final String CALLBACK = "/signin/callback";

    private final OidcConfig config;
    private final OidcProvider provider;

    OidcClient(OidcConfig config, OidcProvider provider) {
        this.config = config;
        this.provider = provider;
    }

    /** Where the browser goes to sign in. */
    URI question(OidcLogin login) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse("openid " + config.scopes()), client(), callback())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(login.state()))
                .nonce(new Nonce(login.nonce()))
                .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Redeems the code.
     *
     * @return what the ID token says, with signature, issuer, audience, times and nonce checked
     * @throws Unauthenticated where the provider refuses the code, or its token is not for this sign-in
     * @throws Unavailable where the provider does not answer
     */
    IDTokenClaimsSet answer(OidcLogin login, String code) {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), new CodeVerifier(login.verifier()));
        try {
            var request = request(grant).toHTTPRequest();
            request.setConnectTimeout((int) config.timeout().toMillis());
            request.setReadTimeout((int) config.timeout().toMillis());
            var response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw refused(
                        "The provider refused the code",
                        response.toErrorResponse().getErrorObject());
            }
            var token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
            return provider.validator(client()).validate(token, new Nonce(login.nonce()));
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw refused("The provider's answer does not hold", e);
        } catch (IOException e) {
            Log.warn("The identity provider does not answer", e);
            throw new Unavailable(
                    "PROVIDER_UNAVAILABLE", "The identity provider does not answer", Duration.ofSeconds(10));
        }
    }

    /** Why is for the log: it helps an attacker more than a person who signs in. */
    private static Unauthenticated refused(String what, Object why) {
        Log.warnf("Sign-in refused: %s: %s", what, why);
        return new Unauthenticated("The identity provider did not vouch for you");
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        var endpoint = provider.metadata().getTokenEndpointURI();
        return config.clientSecret()
                .map(secret ->
                        new TokenRequest.Builder(endpoint, new ClientSecretBasic(client(), new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client(), grant))
                .build();
    }

    private ClientID client() {
        return new ClientID(config.clientId());
    }

    private URI callback() {
        return URI.create(
                config.consoleUrl().orElseThrow(() -> new IllegalStateException("outrider.oidc.console-url is not set"))
                        + CALLBACK);
    }
}
