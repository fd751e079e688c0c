package io.outrider.orchestrator.effect.door;

import io.outrider.kit.error.Check;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.effect.door.ContactEvents.Happened;
import io.outrider.orchestrator.v1.RecordContactEventRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Use case: take in what became of contacts, all or none. Once answered, no effect that is still to come misses it. */
@ApplicationScoped
public class ContactIntake {

    private static final int MOST = 1_000;
    private static final int LONGEST_KEY = 300;
    private static final int LONGEST_SOURCE = 100;
    private static final int TOLERANCE_SECONDS = 60;

    private final ContactEvents events;
    private final Clock clock;

    ContactIntake(ContactEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param duplicates known by their dedupe key; they changed nothing */
    public record Taken(int accepted, int duplicates) {}

    /**
     * @param reports each with its dedupe key as request id
     * @param field the list's name, for who is told which of them is wrong
     */
    public Uni<Taken> take(String workspace, String by, List<RecordContactEventRequest> reports, String field) {
        Check.between(reports.size(), 1, MOST, field);
        List<ContactEvents.Keyed> sound = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var at = field + "[" + i + "].";
            Check.atMost(Check.notBlank(report.getRequestId(), at + "dedupe_key"), LONGEST_KEY, at + "dedupe_key");
            sound.add(new ContactEvents.Keyed(report.getRequestId(), check(workspace, by, report, at)));
        }
        return Uni.createFrom()
                .completionStage(() -> events.recordOnce(workspace, sound).toCompletionStage())
                .map(fresh -> new Taken(fresh, sound.size() - fresh));
    }

    /** @param path what stands before the names of its fields */
    Happened check(String workspace, String by, RecordContactEventRequest report, String path) {
        Check.atMost(report.getSource(), LONGEST_SOURCE, path + "source");
        Check.that(report.getEvent().getNumber() > 0, path + "event", "must say what happened");
        var now = clock.instant();
        var at = report.hasTime() ? Timestamps.toInstant(report.getTime()) : now;
        Check.that(!at.isAfter(now.plusSeconds(TOLERANCE_SECONDS)), path + "time", "is in the future");
        return new Happened(
                workspace,
                Addresses.email(report.getEmail(), path + "email"),
                report.getEvent(),
                at,
                report.getSource(),
                by);
    }
}
