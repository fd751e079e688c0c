package io.outrider.review.wire;

import io.outrider.review.queue.Messages;
import io.outrider.review.queue.Messages.Finding;
import io.outrider.review.queue.Messages.Line;
import io.outrider.review.queue.Messages.Message;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.LintFinding;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.SequenceStep;
import io.outrider.type.v1.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The messages of a proposal, read for an edit and written after it. */
final class ProposalMessages {

    private ProposalMessages() {}

    static Messages read(Proposal proposal) {
        return new Messages(
                proposal.getStepsList().stream().map(ProposalMessages::message).toList(),
                known(proposal),
                proposal.getLintList().stream()
                        .filter(Proposals::blocks)
                        .map(finding -> new Finding(
                                finding.getRule(), finding.getStepIndex(), finding.getExcerpt(), finding.getMessage()))
                        .toList());
    }

    static Proposal write(Proposal before, Messages messages) {
        var builder = before.toBuilder().clearSteps().clearLint();
        for (int i = 0; i < messages.steps().size(); i++) {
            builder.addSteps(step(before.getSteps(i), messages.steps().get(i)));
        }
        messages.errors().forEach(finding -> builder.addLint(lint(finding)));
        return builder.build();
    }

    private static Message message(SequenceStep step) {
        var lines = IntStream.range(0, step.getSentencesCount())
                .mapToObj(i -> line(step.getSentences(i), i))
                .toList();
        return new Message(step.getIndex(), step.getSubject(), lines);
    }

    private static Line line(Sentence sentence, int index) {
        return new Line(sentence.getText(), sentence.getParagraph(), support(sentence.getSupport()), index);
    }

    private static Messages.Support support(Support support) {
        return switch (support) {
            case SUPPORT_CLAIM -> Messages.Support.CLAIM;
            case SUPPORT_PROOF_POINT -> Messages.Support.PROOF_POINT;
            case SUPPORT_OPINION -> Messages.Support.OPINION;
            case SUPPORT_NONE, SUPPORT_UNSPECIFIED, UNRECOGNIZED -> Messages.Support.NONE;
        };
    }

    private static List<String> known(Proposal proposal) {
        var known = new ArrayList<String>();
        proposal.getClaimsList().forEach(claim -> {
            known.add(claim.getValue());
            claim.getEvidenceList().forEach(evidence -> known.add(evidence.getQuote()));
        });
        known.addAll(proposal.getProofPointsMap().values());
        known.add(proposal.getAccount().getName());
        known.add(proposal.getAccount().getDomain());
        var person = proposal.getPerson();
        known.addAll(List.of(person.getFirstName(), person.getLastName(), person.getTitle()));
        return known;
    }

    private static SequenceStep step(SequenceStep before, Message after) {
        var builder = before.toBuilder().setSubject(after.subject()).clearSentences();
        after.lines().forEach(line -> builder.addSentences(sentence(before, line)));
        return builder.setBody(body(after)).build();
    }

    private static Sentence sentence(SequenceStep before, Line line) {
        var sentence = line.from() < 0 ? Sentence.newBuilder() : before.getSentences(line.from()).toBuilder();
        return sentence.setText(line.text())
                .setParagraph(line.paragraph())
                .setSupport(Enums.toWire(Support.class, "SUPPORT_", line.support()))
                .build();
    }

    private static String body(Message message) {
        return message.lines().stream()
                .collect(Collectors.groupingBy(
                        Line::paragraph, TreeMap::new, Collectors.mapping(Line::text, Collectors.joining(" "))))
                .values()
                .stream()
                .collect(Collectors.joining("\n\n"));
    }

    private static LintFinding lint(Finding finding) {
        return LintFinding.newBuilder()
                .setRule(finding.rule())
                .setSeverity(LintSeverity.LINT_SEVERITY_ERROR)
                .setStepIndex(finding.step())
                .setExcerpt(finding.excerpt())
                .setMessage(finding.message())
                .build();
    }
}
