package io.outrider.orchestrator.rest;

import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who makes the REST call that runs now. */
@RequestScoped
public class RestCaller {

    private @Nullable Caller caller;

    void set(Caller verified) {
        this.caller = verified;
    }

    public Caller get() {
        if (caller == null) {
            throw new Unauthenticated("A bearer token is required");
        }
        return caller;
    }
}
