package io.outrider.orchestrator.run.door;

import com.google.protobuf.ProtocolMessageEnum;
import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.kit.id.Ids;
import io.outrider.kit.security.Caller;
import io.outrider.kit.time.Timestamps;
import io.outrider.orchestrator.intake.AccountIntake.Checked;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.orchestrator.run.Hold;
import io.outrider.orchestrator.run.Levels;
import io.outrider.orchestrator.run.NewRun;
import io.outrider.orchestrator.run.QueuePlace;
import io.outrider.orchestrator.run.SpendLimit;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunOptions;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.RunStep;
import io.outrider.orchestrator.v1.TimelineEntry;
import io.outrider.type.v1.Depth;
import io.outrider.type.v1.Level;
import io.outrider.type.v1.Person;
import io.outrider.type.v1.Playbook;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes the runs of one request: pins the library, and settles what the options leave to the playbook. */
final class NewRuns {

    private static final int LONGEST_ID = 128;

    private final Caller caller;
    private final RunOptions options;
    private final Pinned library;
    private final Instant now;
    private final Optional<Playbook> playbook;
    private String firingId = "";
    private Hold hold = Hold.NONE;

    NewRuns(Caller caller, RunOptions options, Pinned library, Instant now) {
        this.caller = caller;
        this.options = options;
        this.library = library;
        this.now = now;
        known("options.level", options.getLevel(), options.getLevelValue());
        known("options.depth", options.getDepth(), options.getDepthValue());
        this.playbook = playbook();
    }

    /** A run that a trigger starts. */
    NewRuns firedBy(String firing, Hold why) {
        firingId = firing;
        hold = why;
        return this;
    }

    NewRun of(Checked.Accepted accepted, String batchId, int batchIndex, QueuePlace place) {
        var time = Timestamps.toWire(now);
        var run = Run.newBuilder()
                .setId(Ids.next("run"))
                .setAccount(accepted.account())
                .setBatchId(batchId)
                .setState(RunState.RUN_STATE_QUEUED)
                .setStep(RunStep.RUN_STEP_RESEARCH)
                .setVersion(1)
                .setPlaybookId(options.getPlaybookId())
                .setLibraryRevision(library.revision())
                .setLevel(level())
                .setDepth(depth())
                .setShadow(options.getShadow())
                .setBriefId(brief(batchId))
                .setCreatedBy(caller.subject())
                .setFiringId(firingId)
                .setCreateTime(time)
                .setUpdateTime(time)
                .addTimeline(TimelineEntry.newBuilder().setTime(time).setEvent("accepted"));
        if (!accepted.person().equals(Person.getDefaultInstance())) {
            run.setPerson(accepted.person());
        }
        return new NewRun(
                caller.workspace(),
                run.build(),
                options.getPlaybookId(),
                levelOpen(),
                batchIndex,
                place,
                limit(),
                hold);
    }

    private static void known(String field, ProtocolMessageEnum value, int number) {
        if (value.toString().equals("UNRECOGNIZED")) {
            throw new InvalidField(field, "has no value " + number);
        }
    }

    private String brief(String batchId) {
        var brief = options.getBriefId();
        if (!brief.isEmpty() && (!options.getShadow() || !batchId.isEmpty())) {
            throw new InvalidField("options.brief_id", "is for one run with options.shadow only");
        }
        return Check.atMost(brief, LONGEST_ID, "options.brief_id");
    }

    private SpendLimit limit() {
        var budget = options.getBudget();
        if (budget.getMicroUsd() < 0 || budget.getTokens() < 0) {
            throw new InvalidField("options.budget", "must not be negative");
        }
        return new SpendLimit(budget.getMicroUsd(), budget.getTokens());
    }

    private Optional<Playbook> playbook() {
        var all = library.library().getPlaybooksList();
        if (options.getPlaybookId().isEmpty()) {
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }
        var named = all.stream()
                .filter(p -> p.getId().equals(options.getPlaybookId()))
                .findFirst();
        if (named.isEmpty()) {
            throw new InvalidField(
                    "options.playbook_id",
                    "names no playbook of library revision " + library.revision() + ": " + options.getPlaybookId());
        }
        return named;
    }

    private Level level() {
        return options.getLevel() != Level.LEVEL_UNSPECIFIED
                ? options.getLevel()
                : playbook.map(Levels::of).orElse(Levels.USUAL);
    }

    /** The depth is not: research is over before a playbook is chosen. */
    private boolean levelOpen() {
        return options.getLevel() == Level.LEVEL_UNSPECIFIED && playbook.isEmpty();
    }

    private Depth depth() {
        if (options.getDepth() != Depth.DEPTH_UNSPECIFIED) {
            return options.getDepth();
        }
        var word = playbook.map(Playbook::getDepth).orElse("");
        return word.isEmpty() ? Depth.DEPTH_BASE : Depth.valueOf("DEPTH_" + word.toUpperCase(Locale.ROOT));
    }
}
