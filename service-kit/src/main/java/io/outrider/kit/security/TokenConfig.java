package io.outrider.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings under {@code outrider.token.*}: whose tokens are believed. */
@ConfigMapping(prefix = "outrider.token")
interface TokenConfig {

    /** The {@code iss} that tokens must carry. */
    @WithDefault("outrider")
    String issuer();

    /** The {@code aud} that tokens must carry. */
    @WithDefault("outrider")
    String audience();

    /** Where the JWK set of the issuer is: {@code file:} or {@code https:}. */
    URI keys();

    /** How far the issuer's clock may be off. */
    @WithDefault("PT30S")
    Duration clockSkew();

    /** The claim that names the workspace. */
    @WithDefault("workspace")
    String workspaceClaim();

    /** The claim that lists the roles. */
    @WithDefault("roles")
    String rolesClaim();
}
