package io.outrider.orchestrator.trigger;

import io.outrider.kit.error.InvalidField;
import io.outrider.orchestrator.intake.AccountIntake;
import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.orchestrator.signal.Intent;
import io.outrider.orchestrator.signal.SignalStore;
import io.outrider.orchestrator.v1.GetAccountIntentResponse;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Use case: what the signals of one account add up to, now. */
@ApplicationScoped
class AccountIntents {

    private final AccountIntake intake;
    private final SignalStore store;
    private final Clock clock;

    AccountIntents(AccountIntake intake, SignalStore store, Clock clock) {
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    Uni<GetAccountIntentResponse> of(String workspace, String written) {
        var account = Account.newBuilder().setDomain(written).build();
        var domain = switch (intake.check(account, Person.getDefaultInstance())) {
            case Checked.Accepted ok -> ok.account().getDomain();
            case Checked.Refused no -> throw new InvalidField("domain", no.message());
        };
        return store.counting(workspace, domain).map(signals -> {
            var now = clock.instant();
            return GetAccountIntentResponse.newBuilder()
                    .setIntent(Wire.intent(domain, Intent.of(signals, now), now))
                    .build();
        });
    }
}
