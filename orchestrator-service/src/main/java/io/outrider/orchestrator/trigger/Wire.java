package io.outrider.orchestrator.trigger;

import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.signal.AccountSignal;
import io.outrider.orchestrator.signal.Intent;
import io.outrider.orchestrator.v1.AccountIntent;
import io.outrider.orchestrator.v1.Breaker;
import io.outrider.orchestrator.v1.BuyingStage;
import io.outrider.orchestrator.v1.ContributingSignal;
import io.outrider.orchestrator.v1.Firing;
import io.outrider.orchestrator.v1.FiringOutcome;
import io.outrider.type.v1.Party;
import io.outrider.type.v1.Signal;
import io.outrider.type.v1.SignalType;
import java.time.Instant;

/** From the domain to the wire. */
final class Wire {

    private static final int MOST_SHOWN = 100;

    private Wire() {}

    static Firing firing(Fired fired) {
        return Firing.newBuilder()
                .setId(fired.id())
                .setTriggerId(fired.triggerId())
                .setLibraryRevision(fired.libraryRevision())
                .setDomain(fired.domain())
                .setOutcome(outcome(fired.outcome()))
                .setRunId(fired.runId())
                .setRule(fired.rule())
                .putAllInputs(fired.inputs())
                .setExplanation(fired.explanation())
                .setTime(Timestamps.toWire(fired.time()))
                .build();
    }

    private static FiringOutcome outcome(Ruling.Outcome outcome) {
        return switch (outcome) {
            case CLAIMED, CLAIMED_HELD -> FiringOutcome.FIRING_OUTCOME_STARTING;
            case STARTED -> FiringOutcome.FIRING_OUTCOME_STARTED;
            case HELD_BY_BREAKER -> FiringOutcome.FIRING_OUTCOME_HELD_BY_BREAKER;
            case COOLING_DOWN -> FiringOutcome.FIRING_OUTCOME_COOLING_DOWN;
            case OVER_CAP -> FiringOutcome.FIRING_OUTCOME_OVER_CAP;
            case ALREADY_ACTIVE -> FiringOutcome.FIRING_OUTCOME_ALREADY_ACTIVE;
            case REFUSED -> FiringOutcome.FIRING_OUTCOME_REFUSED;
        };
    }

    static Breaker breaker(BreakerStore.Standing standing) {
        var breaker = Breaker.newBuilder()
                .setOpen(standing.open())
                .setReason(standing.reason())
                .setHeld(standing.held())
                .setResetBy(standing.resetBy());
        if (standing.open() && standing.openTime() != null) {
            breaker.setOpenTime(Timestamps.toWire(standing.openTime()));
        }
        if (standing.resetTime() != null) {
            breaker.setResetTime(Timestamps.toWire(standing.resetTime()));
        }
        return breaker.build();
    }

    static AccountIntent intent(String domain, Intent intent, Instant now) {
        var wire = AccountIntent.newBuilder()
                .setDomain(domain)
                .setIntent(intent.score())
                .setStage(BuyingStage.valueOf("BUYING_STAGE_" + intent.stage().name()))
                .setKinds(intent.kinds())
                .setTime(Timestamps.toWire(now))
                .setSignalCount(intent.parts().size());
        intent.parts().stream()
                .limit(MOST_SHOWN)
                .forEach(part -> wire.addSignals(ContributingSignal.newBuilder()
                        .setSignal(signal(part.signal()))
                        .setDecayedStrength(part.strength())));
        return wire.build();
    }

    private static Signal signal(AccountSignal signal) {
        return Signal.newBuilder()
                .setId(signal.id())
                .setAccountDomain(signal.domain())
                .setPersonId(signal.personId())
                .setParty(Party.forNumber(signal.party()))
                .setType(SignalType.valueOf("SIGNAL_TYPE_" + signal.kind().name()))
                .setTopic(signal.topic())
                .setStrength(signal.strength())
                .setOccurTime(Timestamps.toWire(signal.occurTime()))
                .setObserveTime(Timestamps.toWire(signal.observeTime()))
                .setHalfLifeDays(signal.halfLifeDays())
                .setSource(signal.source())
                .addAllEvidenceIds(signal.evidenceIds())
                .setDedupeKey(signal.dedupeKey())
                .build();
    }
}
