package io.outrider.review.console;

import io.outrider.review.console.ItemView.Fact;
import io.outrider.review.console.ItemView.Finding;
import io.outrider.review.console.ItemView.Line;
import io.outrider.review.console.ItemView.Past;
import io.outrider.review.console.ItemView.Quote;
import io.outrider.review.console.ItemView.Step;
import io.outrider.review.console.ItemView.Why;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.ReadItems.Whole;
import io.outrider.review.v1.Decision;
import io.outrider.review.v1.Gate;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.Evidence;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.SequenceStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes an item's page of what the queue says. */
final class ItemViews {

    private ItemViews() {}

    static ItemView of(Session who, Whole whole, String requestId, Instant now) {
        var item = ReviewAnswers.whole(whole.item(), whole.document(), now);
        var proposal = item.getProposal();
        var wording = whole.item().wording();
        return new ItemView(
                who,
                requestId,
                item.getId(),
                item.getVersion(),
                item.getPayloadSha256(),
                whole.item().openAt(now),
                Texts.words(item.getState().name(), "ITEM_STATE_"),
                Texts.lane(item.getGate()),
                proposal.getAccount().getName(),
                proposal.getAccount().getDomain(),
                person(proposal),
                proposal.getActionType(),
                proposal.getDescription(),
                Texts.percent(proposal.getConfidence().getValue()),
                Texts.words(item.getBlastRadius().name(), "BLAST_RADIUS_") + ", "
                        + Texts.words(item.getReversibility().name(), "REVERSIBILITY_"),
                Texts.minute(item.getDueTime()),
                item.getPolicyVersion(),
                item.getRequiredApprovals(),
                item.getReasonsList().stream()
                        .map(reason -> new Why(reason.getRule(), reason.getDetail()))
                        .toList(),
                proposal.getRisk().getMissingList(),
                lint(proposal),
                blocked(wording),
                wording.unsupported() == 0 || item.getGate() != Gate.GATE_MANDATORY,
                proposal.getStepsList().stream().map(ItemViews::step).toList(),
                proposal.getPayload().toStringUtf8(),
                facts(proposal),
                decisions(item));
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

    private static Step step(SequenceStep step) {
        var lines = IntStream.range(0, step.getSentencesCount())
                .mapToObj(i -> line(
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
                lines);
    }

    private static Line line(Sentence sentence, boolean first) {
        var facts = new ArrayList<>(sentence.getClaimIdsList());
        facts.addAll(sentence.getProofPointIdsList());
        return switch (sentence.getSupport()) {
            case SUPPORT_CLAIM -> new Line(sentence.getText(), "claim", "supported by evidence", first, facts);
            case SUPPORT_PROOF_POINT -> new Line(sentence.getText(), "proof", "proof point", first, facts);
            case SUPPORT_OPINION -> new Line(sentence.getText(), "opinion", "asserts no fact", first, facts);
            case SUPPORT_NONE, SUPPORT_UNSPECIFIED, UNRECOGNIZED ->
                new Line(sentence.getText(), "none", "unsupported", first, facts);
        };
    }

    private static List<Fact> facts(Proposal proposal) {
        var facts = new ArrayList<Fact>();
        for (var claim : proposal.getClaimsList()) {
            facts.add(new Fact(
                    claim.getId(),
                    claim.getPredicate().replace('_', ' '),
                    claim.getValue(),
                    status(claim),
                    claim.getEvidenceList().stream().map(ItemViews::quote).toList()));
        }
        proposal.getProofPointsMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(point -> facts.add(
                        new Fact(point.getKey(), "proof point", point.getValue(), "from the library", List.of())));
        return facts;
    }

    private static String status(Claim claim) {
        return Texts.words(claim.getStatus().name(), "CLAIM_STATUS_") + (claim.getInferred() ? ", inferred" : "");
    }

    private static Quote quote(Evidence evidence) {
        var title = evidence.getTitle().isEmpty() ? evidence.getUrl() : evidence.getTitle();
        return new Quote(evidence.getQuote(), title, Texts.link(evidence.getUrl()), Texts.day(evidence.getFetchTime()));
    }

    private static List<Past> decisions(ReviewItem item) {
        return item.getDecisionsList().stream().map(ItemViews::past).toList();
    }

    private static Past past(Decision decision) {
        return new Past(
                decision.getDecidedBy(),
                Texts.minute(decision.getDecideTime()),
                Texts.words(decision.getType().name(), "DECISION_TYPE_"),
                decision.getComment());
    }
}
