package io.outrider.orchestrator.signal;

import com.google.protobuf.util.Timestamps;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.error.InvalidField.Violation;
import io.outrider.kit.id.Ids;
import io.outrider.orchestrator.intake.AccountIntake;
import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Party;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Signal;
import io.outrider.type.v1.SignalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Judges signals as they come in: all of them are sound, or none is taken. */
@ApplicationScoped
class SignalIntake {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(730);
    private static final int LONGEST_HALF_LIFE = 730;
    private static final int MOST_TOLD = 20;

    private final AccountIntake accounts;
    private final InstantSource clock;

    SignalIntake(AccountIntake accounts, java.time.Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws InvalidField with the index of each bad signal */
    List<AccountSignal> check(List<Signal> signals) {
        var now = clock.instant();
        List<Violation> problems = new ArrayList<>();
        List<AccountSignal> sound = new ArrayList<>();
        for (int i = 0; i < signals.size() && problems.size() < MOST_TOLD; i++) {
            check(signals.get(i), "signals[" + i + "].", now, problems, sound);
        }
        if (!problems.isEmpty()) {
            throw new InvalidField("INVALID_FIELD", problems);
        }
        return sound;
    }

    private void check(Signal signal, String path, Instant now, List<Violation> problems, List<AccountSignal> sound) {
        var before = problems.size();
        var domain = domain(signal, path, problems);
        if (signal.getTypeValue() <= 0 || signal.getType() == SignalType.UNRECOGNIZED) {
            problems.add(new Violation(path + "type", "must name one of the twelve types of signal"));
        }
        if (!(signal.getStrength() >= 0 && signal.getStrength() <= 100)) {
            problems.add(new Violation(path + "strength", "must be 0 to 100, is " + signal.getStrength()));
        }
        if (!(signal.getHalfLifeDays() >= 0 && signal.getHalfLifeDays() <= LONGEST_HALF_LIFE)) {
            problems.add(new Violation(path + "half_life_days", "must be 0 to " + LONGEST_HALF_LIFE));
        }
        time(signal, path, now, problems);
        length(signal.getDedupeKey(), 1, 256, path + "dedupe_key", problems);
        length(signal.getTopic(), 0, 500, path + "topic", problems);
        length(signal.getSource(), 0, 128, path + "source", problems);
        length(signal.getPersonId(), 0, 128, path + "person_id", problems);
        if (signal.getEvidenceIdsCount() > 50) {
            problems.add(new Violation(path + "evidence_ids", "must be at most 50"));
        }
        signal.getEvidenceIdsList().forEach(id -> length(id, 1, 256, path + "evidence_ids", problems));
        if (problems.size() == before) {
            sound.add(sound(signal, domain, now));
        }
    }

    private String domain(Signal signal, String path, List<Violation> problems) {
        var account = Account.newBuilder().setDomain(signal.getAccountDomain()).build();
        return switch (accounts.check(account, Person.getDefaultInstance())) {
            case Checked.Accepted ok -> ok.account().getDomain();
            case Checked.Refused no -> {
                problems.add(new Violation(path + "account_domain", no.message()));
                yield "";
            }
        };
    }

    private static void time(Signal signal, String path, Instant now, List<Violation> problems) {
        var field = path + "occur_time";
        if (!signal.hasOccurTime() || !Timestamps.isValid(signal.getOccurTime())) {
            problems.add(new Violation(field, "must be set"));
            return;
        }
        var time = io.outrider.kit.time.Timestamps.toInstant(signal.getOccurTime());
        if (time.isAfter(now.plus(SKEW))) {
            problems.add(new Violation(field, "lies in the future: " + time));
        } else if (time.isBefore(now.minus(OLDEST))) {
            problems.add(new Violation(field, "lies more than two years back: " + time));
        }
    }

    private static void length(String value, int least, int most, String path, List<Violation> problems) {
        if (value.strip().length() < least || value.length() > most || value.indexOf('\0') >= 0) {
            problems.add(new Violation(path, "must be %d to %d characters".formatted(least, most)));
        }
    }

    private static AccountSignal sound(Signal signal, String domain, Instant now) {
        var kind = SignalKind.valueOf(signal.getType().name().substring("SIGNAL_TYPE_".length()));
        return new AccountSignal(
                Ids.next("sig"),
                domain,
                signal.getPersonId(),
                signal.getParty() == Party.UNRECOGNIZED ? 0 : signal.getPartyValue(),
                kind,
                signal.getTopic(),
                signal.getStrength(),
                io.outrider.kit.time.Timestamps.toInstant(signal.getOccurTime()),
                signal.hasObserveTime() && Timestamps.isValid(signal.getObserveTime())
                        ? io.outrider.kit.time.Timestamps.toInstant(signal.getObserveTime())
                        : now,
                signal.getHalfLifeDays() == 0 ? kind.halfLifeDays() : signal.getHalfLifeDays(),
                signal.getSource(),
                signal.getEvidenceIdsList(),
                signal.getDedupeKey());
    }
}
