package io.outrider.review.console;

import io.outrider.review.console.ItemView.Finding;
import io.outrider.review.console.ItemView.Past;
import io.outrider.review.console.ItemView.Step;
import io.outrider.review.console.ItemView.Why;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.ReadItems.Whole;
import io.outrider.review.v1.Decision;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import io.outrider.type.v1.SequenceStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes an item's page of what the queue says. */
final class ItemViews {

    private ItemViews() {}

    /** @param generated the version before it that an agent made */
    static ItemView of(Session who, Whole whole, Optional<byte[]> generated, String requestId, Instant now) {
        var item = ReviewAnswers.whole(whole.item(), whole.document(), now);
        var before = generated.map(
                document -> ReviewAnswers.whole(whole.item(), document, now).getProposal());
        var proposal = item.getProposal();
        var wording = whole.item().wording();
        var facts = new Facts(proposal);
        var held = item.getState() == ItemState.ITEM_STATE_HELD;
        var payload = proposal.getPayload().toStringUtf8();
        var messages = proposal.getStepsCount() > 0;
        return new ItemView(
                who,
                requestId,
                item.getId(),
                item.getVersion(),
                item.getPayloadSha256(),
                whole.item().openAt(now) && who.reviewer(),
                held,
                held ? HeldRow.of(item, now) : HeldRow.none(),
                Texts.words(item.getState().name(), "ITEM_STATE_")
                        + (item.getPlanted() ? "; it was known to be bad, planted to test the review" : ""),
                Texts.lane(item.getLane(), item.getGate()),
                Texts.laneKey(item.getLane(), item.getGate()),
                proposal.getOrigin().getRunId(),
                proposal.getAccount().getName(),
                proposal.getAccount().getDomain(),
                person(proposal),
                proposal.getActionType(),
                proposal.getDescription(),
                Texts.percent(confidence(item)),
                calibration(item),
                Texts.words(item.getBlastRadius().name(), "BLAST_RADIUS_") + ", "
                        + Texts.words(item.getReversibility().name(), "REVERSIBILITY_"),
                Texts.minute(item.getDueTime()),
                item.getPolicyVersion(),
                item.getRequiredApprovals(),
                reasons(item),
                proposal.getRisk().getMissingList(),
                lint(proposal),
                blocked(wording),
                wording.unsupported() == 0 || item.getGate() != Gate.GATE_MANDATORY,
                steps(proposal, before, facts),
                messages ? List.of() : PayloadText.fields(payload),
                payload,
                messages
                        ? List.of()
                        : before.map(b -> Diff.between(b.getPayload().toStringUtf8(), payload))
                                .orElse(List.of()),
                facts.all(),
                item.getDecisionsList().stream().map(ItemViews::past).toList());
    }

    private static double confidence(ReviewItem item) {
        return item.hasCalibratedConfidence()
                ? item.getCalibratedConfidence()
                : item.getProposal().getConfidence().getValue();
    }

    private static String calibration(ReviewItem item) {
        if (!item.hasCalibratedConfidence()) {
            return "as the agent says; not calibrated, there are too few decisions to compare it with";
        }
        return "calibrated by reviewers' decisions, version " + item.getCalibrationVersion() + "; the agent said "
                + Texts.percent(item.getProposal().getConfidence().getValue()) + " %";
    }

    private static List<Why> reasons(ReviewItem item) {
        return item.getReasonsList().stream()
                .map(reason -> new Why(Texts.rule(reason.getRule()), reason.getDetail(), reason.getRule()))
                .toList();
    }

    private static String person(Proposal proposal) {
        var person = proposal.getPerson();
        return Stream.of(person.getFirstName(), person.getLastName(), person.getTitle(), person.getEmail())
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String blocked(Wording wording) {
        if (wording.clean()) {
            return "";
        }
        return wording.unsupported() > 0
                ? wording.unsupported() + " without support, " + wording.errors() + " lint errors"
                : wording.errors() + " lint errors";
    }

    private static List<Finding> lint(Proposal proposal) {
        return proposal.getLintList().stream()
                .map(finding -> new Finding(
                        Texts.words(finding.getSeverity().name(), "LINT_SEVERITY_"),
                        finding.getRule(),
                        finding.getMessage(),
                        finding.getExcerpt()))
                .toList();
    }

    private static List<Step> steps(Proposal proposal, Optional<Proposal> before, Facts facts) {
        return IntStream.range(0, proposal.getStepsCount())
                .mapToObj(i -> step(
                        proposal.getSteps(i),
                        before.filter(old -> i < old.getStepsCount()).map(old -> old.getSteps(i)),
                        facts))
                .toList();
    }

    private static Step step(SequenceStep step, Optional<SequenceStep> before, Facts facts) {
        var lines = IntStream.range(0, step.getSentencesCount())
                .mapToObj(i -> facts.line(
                        step.getSentences(i),
                        i > 0
                                && step.getSentences(i).getParagraph()
                                        != step.getSentences(i - 1).getParagraph()))
                .toList();
        return new Step(
                step.getIndex() + 1,
                step.getIndex(),
                step.getDayOffset() == 0 ? "at once" : "day " + step.getDayOffset(),
                Texts.words(step.getChannel().name(), "CHANNEL_"),
                step.getSubject(),
                step.getBody(),
                lines,
                before.map(old -> Diff.between(old.getSubject(), step.getSubject()))
                        .orElse(List.of()),
                before.map(old -> Diff.between(old.getBody(), step.getBody())).orElse(List.of()));
    }

    private static Past past(Decision decision) {
        return new Past(
                decision.getDecidedBy(),
                Texts.minute(decision.getDecideTime()),
                Texts.words(decision.getType().name(), "DECISION_TYPE_"),
                decision.getComment());
    }
}
