package io.outrider.messaging.wire;

import io.outrider.kit.error.Check;
import io.outrider.kit.time.Timestamps;
import io.outrider.messaging.draft.Cadence;
import io.outrider.messaging.v1.GenerateSequenceRequest;
import io.outrider.messaging.v1.OutcomeKind;
import io.outrider.messaging.v1.PrepareCallRequest;
import io.outrider.messaging.v1.RecordOutcomeRequest;
import io.outrider.messaging.v1.ReviseSequenceRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Library;
import java.time.Duration;
import java.time.Instant;

/** Checks requests. Each failure names the field as the contract does. */
public final class Requests {

    private static final int MAX_INSTRUCTION_CHARS = 2_000;
    private static final int MAX_NOTE_CHARS = 4_000;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Requests() {}

    public static void check(GenerateSequenceRequest request) {
        common(
                request.getAccount(),
                request.hasBrief(),
                request.getBrief(),
                request.getLibrary(),
                request.getPlaybookId());
        Check.that(request.hasPerson(), "person", "must be given");
        Check.notBlank(request.getPerson().getId(), "person.id");
        Check.that(request.hasVerdict(), "verdict", "must be given");
        Check.between(request.getStepCount(), 0, Cadence.MAX_STEPS, "step_count");
        lang(request.getLang());
        level(request.getLevel());
    }

    public static void check(PrepareCallRequest request) {
        common(
                request.getAccount(),
                request.hasBrief(),
                request.getBrief(),
                request.getLibrary(),
                request.getPlaybookId());
        Check.that(request.hasPerson(), "person", "must be given");
        Check.notBlank(request.getPerson().getId(), "person.id");
        level(request.getLevel());
    }

    public static void check(ReviseSequenceRequest request) {
        Check.notBlank(request.getSequenceId(), "sequence_id");
        Check.notBlank(request.getInstruction(), "instruction");
        Check.atMost(request.getInstruction(), MAX_INSTRUCTION_CHARS, "instruction");
        level(request.getLevel());
    }

    public static void check(RecordOutcomeRequest request, Instant now) {
        Check.notBlank(request.getSequenceId(), "sequence_id");
        var kind = request.getKind();
        Check.that(
                kind != OutcomeKind.OUTCOME_KIND_UNSPECIFIED && kind != OutcomeKind.UNRECOGNIZED,
                "kind",
                "must be one of the named kinds");
        Check.that(request.getStepIndex() >= 0, "step_index", "must not be negative");
        Check.that(request.hasOccurTime(), "occur_time", "must be given");
        var occurred = Timestamps.toInstant(request.getOccurTime());
        Check.that(!occurred.isAfter(now.plus(CLOCK_SKEW)), "occur_time", "must not be in the future");
        Check.atMost(request.getNote(), MAX_NOTE_CHARS, "note");
    }

    private static void common(Account account, boolean hasBrief, Brief brief, Library library, String playbookId) {
        Check.notBlank(account.getDomain(), "account.domain");
        Check.atMost(account.getDomain(), 253, "account.domain");
        Check.that(hasBrief, "brief", "must be given");
        Check.that(
                brief.getAccount().getDomain().equalsIgnoreCase(account.getDomain()),
                "brief.account.domain",
                "is another account's: " + brief.getAccount().getDomain());
        Check.notBlank(library.getVendor().getName(), "library.vendor.name");
        Check.notBlank(playbookId, "playbook_id");
        Check.that(
                library.getPlaybooksList().stream().anyMatch(p -> p.getId().equals(playbookId)),
                "playbook_id",
                "is not in the library: " + playbookId);
    }

    /** What a sentence rests on is found out by code that knows English only. */
    private static void lang(String lang) {
        Check.that(
                lang.isEmpty()
                        || lang.equalsIgnoreCase("en")
                        || lang.toLowerCase(java.util.Locale.ROOT).startsWith("en-"),
                "lang",
                "must be English: sentences in other languages cannot be checked yet");
    }

    private static void level(Level level) {
        Check.that(level != Level.UNRECOGNIZED, "level", "is not a level");
    }
}
