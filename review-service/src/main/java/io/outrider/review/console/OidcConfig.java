package io.outrider.review.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code outrider.oidc.*}: the identity provider that reviewers sign in at. */
@ConfigMapping(prefix = "outrider.oidc")
interface OidcConfig {

    /** The issuer, as its tokens and its discovery document name it. Without one, only links sign in. */
    Optional<URI> issuer();

    @WithDefault("outrider-console")
    String clientId();

    /** Without one the client is public: the code is still bound to the browser by PKCE. */
    Optional<String> clientSecret();

    /** Where browsers reach the console, without a slash at the end. */
    Optional<URI> consoleUrl();

    /** Beside "openid", separated by spaces. */
    @WithDefault("profile")
    String scopes();

    /** The claim of the ID token that names the workspace. */
    @WithDefault("workspace")
    String workspaceClaim();

    /** The claim of the ID token that lists the roles. */
    @WithDefault("roles")
    String rolesClaim();

    /** The claim of the ID token that names the person: the same as tokens of the API carry in {@code sub}. */
    @WithDefault("sub")
    String subjectClaim();

    /** How long a sign-in may take. */
    @WithDefault("PT10M")
    Duration patience();

    /** Each call to the provider. */
    @WithDefault("PT5S")
    Duration timeout();

    /** What the button says; empty where no provider is set. */
    default String name() {
        return issuer().map(URI::getHost).orElse("");
    }
}
