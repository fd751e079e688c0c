package io.outrider.review.queue;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.Stale;
import io.outrider.kit.error.StateForbids;
import io.outrider.review.policy.Gate;
import io.outrider.review.policy.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of a decision. Changes nothing itself: takes an item and gives the one that stands after. */
final class Deciding {

    static final int LONGEST_COMMENT = 4_000;

    private Deciding() {}

    /** @throws io.outrider.kit.error.InvalidField where the ballot is wrong whatever the item */
    static void checkForm(Ballot ballot) {
        Check.atMost(ballot.comment(), LONGEST_COMMENT, "comment");
        switch (ballot.type()) {
            case ACCEPT ->
                Check.that(
                        !ballot.overrideLint() || !ballot.comment().isBlank(),
                        "comment",
                        "must say why the lint is overridden");
            case EDIT -> Check.that(ballot.edited() != null, "edited_payload", "must not be empty");
            case REJECT -> Check.that(ballot.reason() != null, "reason", "must be given with REJECT");
            case RESPOND -> Check.notBlank(ballot.comment(), "comment");
            case IGNORE -> {}
        }
    }

    /**
     * @param wording of what would be approved: the edited payload's with EDIT
     * @throws StateForbids ALREADY_DECIDED, NOT_CLAIMED_BY_YOU, AUTHOR_IS_APPROVER or BLOCKED_BY_LINT
     * @throws Stale where the item is not what the reviewer saw
     */
    static Item decide(Item item, Ballot ballot, Wording wording, Instant now) {
        requireOpen(item, now);
        if (item.version() != ballot.version() || !item.payloadSha256().equals(ballot.payloadSha256())) {
            throw new Stale("The item changed since version " + ballot.version() + ": it is at " + item.version());
        }
        var claim = item.claim();
        if (claim != null && claim.holds(now) && !claim.by().equals(ballot.by())) {
            throw new StateForbids("NOT_CLAIMED_BY_YOU", "Another reviewer holds the item until " + claim.until());
        }
        if (ballot.type().approves()) {
            requireApprover(item, ballot);
            requireWording(item, ballot, wording);
        }
        return after(item, ballot, wording, now);
    }

    private static void requireOpen(Item item, Instant now) {
        if (!item.state().open()) {
            throw new StateForbids("ALREADY_DECIDED", "The item is " + item.state());
        }
        if (!item.openAt(now)) {
            throw new StateForbids(
                    "ALREADY_DECIDED", "The item expired at " + item.gating().due());
        }
    }

    private static void requireApprover(Item item, Ballot ballot) {
        if (item.origin().author().equals(ballot.by())) {
            throw new StateForbids("AUTHOR_IS_APPROVER", "Whoever started the run does not approve its actions");
        }
        if (item.approvers().contains(ballot.by())) {
            throw new StateForbids("ALREADY_DECIDED", "You approved this version; another person must, too");
        }
    }

    private static void requireWording(Item item, Ballot ballot, Wording wording) {
        if (wording.clean()) {
            return;
        }
        if (wording.unsupported() > 0 && item.gating().gate() == Gate.MANDATORY) {
            throw new StateForbids(
                    "BLOCKED_BY_LINT", "A sentence without support blocks a mandatory item: edit it or send it back");
        }
        if (!ballot.overrideLint()) {
            throw new StateForbids(
                    "BLOCKED_BY_LINT",
                    wording.errors() + " lint errors, " + wording.unsupported() + " sentences without support");
        }
        Check.that(!ballot.comment().isBlank(), "comment", "must say why the lint is overridden");
    }

    private static Item after(Item item, Ballot ballot, Wording wording, Instant now) {
        var edited = ballot.type() == DecisionType.EDIT ? ballot.edited() : null;
        var version = edited == null ? item.version() : item.version() + 1;
        var sha256 = edited == null ? item.payloadSha256() : edited.sha256();
        var decisions = new ArrayList<>(item.decisions());
        decisions.add(new Decision(
                ballot.by(),
                now,
                ballot.type(),
                version,
                sha256,
                ballot.type() == DecisionType.REJECT ? ballot.reason() : null,
                ballot.comment(),
                ballot.type().approves() && !wording.clean()));
        var approvals = approvals(decisions, version);
        var state = switch (ballot.type()) {
            case ACCEPT, EDIT ->
                approvals < item.gating().requiredApprovals() ? item.state() : approved(decisions, version);
            case RESPOND -> ItemState.RESPONDED;
            case REJECT -> ItemState.REJECTED;
            case IGNORE -> ItemState.IGNORED;
        };
        return new Item(
                item.workspace(),
                item.id(),
                version,
                state,
                item.origin(),
                sha256,
                state == ItemState.RESPONDED ? forANewDraft(item, now) : item.gating(),
                wording,
                null,
                item.answer(),
                item.created(),
                item.summary(),
                decisions,
                item.extras());
    }

    /** Whoever drafts it again has a window for it. */
    private static Gating forANewDraft(Item item, Instant now) {
        return item.gating().with(item.gating().priority(), Expiry.again(item, now));
    }

    private static int approvals(List<Decision> decisions, int version) {
        return (int) decisions.stream()
                .filter(decision -> decision.type().approves() && decision.version() == version)
                .map(Decision::by)
                .distinct()
                .count();
    }

    /** Whoever waits for the payload must learn that it was edited, whoever approved it last. */
    private static ItemState approved(List<Decision> decisions, int version) {
        return decisions.stream()
                        .anyMatch(decision -> decision.type() == DecisionType.EDIT && decision.version() == version)
                ? ItemState.EDITED
                : ItemState.ACCEPTED;
    }
}
