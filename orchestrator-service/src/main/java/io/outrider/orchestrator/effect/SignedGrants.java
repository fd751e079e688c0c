package io.outrider.orchestrator.effect;

import io.outrider.kit.grant.GrantKeys;
import io.outrider.kit.grant.GrantRejected;
import io.outrider.kit.grant.GrantUse;
import io.outrider.kit.grant.GrantVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Believes only what the gate has signed. */
@ApplicationScoped
class SignedGrants implements GrantCheck {

    private final GrantVerifier verifier;

    SignedGrants(GrantConfig config, Clock clock) {
        this.verifier = new GrantVerifier(GrantKeys.at(config.keys()), clock);
    }

    @Override
    public Checked check(String jws, Use use) {
        try {
            var claims = verifier.verify(
                    jws,
                    new GrantUse(use.workspace(), use.actionType(), use.runId(), use.proposalKey(), use.payload()));
            return new Checked.Valid(claims.id());
        } catch (GrantRejected e) {
            return new Checked.Invalid("the grant does not carry the action: " + e.why());
        }
    }
}
