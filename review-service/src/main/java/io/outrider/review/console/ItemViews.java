package io.outrider.review.console;

import io.outrider.kit.time.Timestamps;
import io.outrider.review.console.ItemView.Attempt;
import io.outrider.review.console.ItemView.Head;
import io.outrider.review.console.ItemView.History;
import io.outrider.review.console.ItemView.Past;
import io.outrider.review.console.ItemView.Why;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadCalibration.Fitted;
import io.outrider.review.queue.ReadVersions.Version;
import io.outrider.review.v1.Decision;
import io.outrider.review.v1.DecisionType;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an item's page of what the queue says. */
final class ItemViews {

    private ItemViews() {}

    /**
     * All that a page is made of.
     *
     * @param document the proposal at the version that is shown
     * @param version that is shown; the item's own, but for an older one
     * @param wording of the document
     * @param generated the version before it that an agent made
     * @param typed what a reviewer typed and nobody accepted, by field
     */
    record Parts(
            Item item,
            byte[] document,
            int version,
            Wording wording,
            Optional<byte[]> generated,
            List<Version> versions,
            Fitted fitted,
            List<HeldRow> held,
            Attempt attempt,
            Map<String, String> typed,
            String batch,
            List<Item> queue) {}

    static ItemView of(Session who, Parts parts, String requestId, Instant now) {
        var stored = parts.item();
        var item = ReviewAnswers.whole(stored, parts.document(), now);
        var proposal = item.getProposal();
        var before = parts.generated()
                .map(document -> ReviewAnswers.whole(stored, document, now).getProposal());
        var old = parts.version() != stored.version();
        var blocked = blocked(parts.wording());
        return new ItemView(
                who,
                requestId,
                parts.held(),
                heldNote(stored, who),
                head(item, stored.openAt(now) && who.reviewer() && !old, now),
                reasons(item),
                Beliefs.of(item, parts.fitted()),
                missing(proposal),
                EffortRows.of(proposal),
                old ? "" : blocked,
                parts.wording().unsupported() == 0 || item.getGate() != Gate.GATE_MANDATORY,
                new ItemContents(proposal, before, parts.typed()).of(parts.wording()),
                history(item, parts),
                parts.attempt(),
                parts.batch(),
                parts.queue().stream()
                        .map(near -> near(near, item.getId(), now))
                        .toList());
    }

    private static ItemView.Near near(Item item, String shown, Instant now) {
        var row = ReviewAnswers.listed(item, now);
        var account = row.getProposal().getAccount();
        return new ItemView.Near(
                item.id(),
                account.getName().isEmpty() ? account.getDomain() : account.getName(),
                item.origin().actionType(),
                Texts.lane(row.getLane(), row.getGate()),
                Texts.laneKey(row.getLane(), row.getGate()),
                item.id().equals(shown));
    }

    private static Head head(ReviewItem item, boolean open, Instant now) {
        var proposal = item.getProposal();
        var due = Timestamps.toInstant(item.getDueTime());
        var account = proposal.getAccount();
        return new Head(
                item.getId(),
                item.getVersion(),
                item.getPayloadSha256(),
                open,
                Texts.words(item.getState().name(), "ITEM_STATE_")
                        + (item.getPlanted() ? "; it was known to be bad, planted to test the review" : ""),
                Texts.lane(item.getLane(), item.getGate()),
                Texts.laneKey(item.getLane(), item.getGate()),
                proposal.getOrigin().getRunId(),
                account.getName().isEmpty() ? account.getDomain() : account.getName(),
                account.getDomain(),
                person(proposal),
                proposal.getActionType(),
                proposal.getDescription(),
                Texts.words(item.getBlastRadius().name(), "BLAST_RADIUS_") + ", "
                        + Texts.words(item.getReversibility().name(), "REVERSIBILITY_"),
                Texts.minute(due),
                due.isAfter(now) ? "in " + Texts.length(Duration.between(now, due)) : "over",
                then(item),
                claim(item),
                item.getPolicyVersion(),
                approvals(item),
                item.getInstruction(),
                Unknowns.of(item));
    }

    private static String approvals(ReviewItem item) {
        var given = item.getDecisionsList().stream()
                .filter(decision -> decision.getVersion() == item.getVersion())
                .filter(decision -> decision.getType() == DecisionType.DECISION_TYPE_ACCEPT
                        || decision.getType() == DecisionType.DECISION_TYPE_EDIT)
                .map(Decision::getDecidedBy)
                .distinct()
                .toList();
        var needed = item.getRequiredApprovals() <= 1
                ? "one approval needed"
                : item.getRequiredApprovals() + " approvals needed";
        return given.isEmpty() ? needed : needed + ", given by " + String.join(", ", given);
    }

    private static String then(ReviewItem item) {
        return switch (item.getExpiryPolicy()) {
            case EXPIRY_POLICY_ESCALATE -> "then it escalates";
            case EXPIRY_POLICY_REGENERATE -> "then it is drafted again";
            case EXPIRY_POLICY_DROP, EXPIRY_POLICY_UNSPECIFIED, UNRECOGNIZED -> "then it is dropped, never sent";
        };
    }

    private static String claim(ReviewItem item) {
        return item.getAssignee().isEmpty()
                ? ""
                : "with " + item.getAssignee() + " until " + Texts.minute(item.getClaimExpireTime());
    }

    private static String heldNote(Item item, Session who) {
        var hold = item.extras().hold();
        return hold == null || hold.ballot().by().equals(who.subject())
                ? ""
                : HeldRow.what(hold) + " by " + hold.ballot().by() + ", in effect at " + Texts.second(hold.release());
    }

    private static List<Why> reasons(ReviewItem item) {
        return item.getReasonsList().stream()
                .map(reason ->
                        new Why(Texts.rule(reason.getRule()), Texts.detail(reason.getDetail()), reason.getRule()))
                .toList();
    }

    private static List<String> missing(Proposal proposal) {
        var missing = new ArrayList<String>();
        if (proposal.getRisk().getPartial()) {
            missing.add("Some of the run's work failed: the result is partial");
        }
        if (proposal.getRisk().getDegraded()) {
            missing.add("Some of it fell back to rules, without a model");
        }
        missing.addAll(proposal.getRisk().getMissingList());
        return missing;
    }

    private static String person(Proposal proposal) {
        var person = proposal.getPerson();
        return Stream.of(
                        (person.getFirstName() + " " + person.getLastName()).strip(),
                        person.getTitle(),
                        person.getEmail())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String blocked(Wording wording) {
        if (wording.clean()) {
            return "";
        }
        var unsupported = count(wording.unsupported(), " sentence without support", " sentences without support");
        var errors = count(wording.errors(), " lint error", " lint errors");
        return Stream.of(unsupported, errors).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String count(int count, String one, String many) {
        return count == 0 ? "" : count + (count == 1 ? one : many);
    }

    /** The next variant follows the one that is shown; after the last comes the first again. */
    private static History history(ReviewItem item, Parts parts) {
        var path = "/items/" + item.getId();
        var versions = parts.versions().stream()
                .map(version -> new ItemView.Version(
                        version.number(),
                        version.madeBy().equals(item.getProposal().getOrigin().getRunId())
                                ? "the run"
                                : version.madeBy(),
                        Texts.minute(version.created()),
                        version.number() == item.getVersion() ? path : path + "?version=" + version.number(),
                        version.number() == parts.version()))
                .toList();
        var shown = versions.stream().map(ItemView.Version::shown).toList().indexOf(true);
        return new History(
                item.getDecisionsList().stream().map(ItemViews::past).toList(),
                versions,
                versions.size() < 2
                        ? ""
                        : versions.get((shown + 1) % versions.size()).path(),
                parts.version() != item.getVersion());
    }

    private static Past past(Decision decision) {
        var reason = decision.getReason().getNumber() == 0
                ? ""
                : Texts.words(decision.getReason().name(), "REJECT_REASON_");
        var note = Stream.of(reason, decision.getComment(), decision.getOverrodeLint() ? "(lint overridden)" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new Past(
                decision.getDecidedBy(),
                Texts.minute(decision.getDecideTime()),
                Texts.words(decision.getType().name(), "DECISION_TYPE_"),
                "version " + decision.getVersion() + (decision.getBatchId().isEmpty() ? "" : ", in a batch"),
                note);
    }
}
