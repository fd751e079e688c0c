package io.outrider.review.grant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Publishes the keys that grants are checked with (RFC 7517). */
@Path("/.well-known/jwks.json")
class JwksResource {

    private final GrantKey key;

    JwksResource(GrantKey key) {
        this.key = key;
    }

    @GET
    @Produces("application/jwk-set+json")
    public String keys() {
        return key.publicKeys();
    }
}
