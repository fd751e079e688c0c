package io.outrider.review.wire;

import com.google.protobuf.ByteString;
import io.outrider.kit.error.InvalidField;
import io.outrider.review.queue.Documents.Spoiled;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Support;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a known-bad copy of a proposal: a sentence whose claim no longer carries it, another company's name, or a recipient at
 * another company. The rest stays as it was, so that only who compares it with the evidence sees it.
 */
final class Spoiling {

    private final Proposal proposal;
    private final byte[] document;
    private final Account other;

    Spoiling(Proposal proposal, byte[] document, Account other) {
        this.proposal = proposal;
        this.document = document;
        this.other = other;
    }

    Optional<Spoiled> spoiled(String runId) {
        return Stream.concat(sentences(), payloads())
                .filter(bad -> sound(bad.proposal()))
                .findFirst()
                .map(bad -> new Spoiled(
                        ReviewRequests.candidate(named(bad.proposal(), runId), ""),
                        bad.falsehood().fault(),
                        bad.falsehood().before(),
                        bad.falsehood().after()));
    }

    /** Those that a claim carries: nothing is wrong with a view. */
    private Stream<Bad> sentences() {
        return IntStream.range(0, proposal.getStepsCount())
                .boxed()
                .flatMap(step -> IntStream.range(0, proposal.getSteps(step).getSentencesCount())
                        .filter(i -> proposal.getSteps(step).getSentences(i).getSupport() == Support.SUPPORT_CLAIM)
                        .boxed()
                        .flatMap(i -> sentence(step, i).stream()));
    }

    private Optional<Bad> sentence(int step, int index) {
        var text = proposal.getSteps(step).getSentences(index).getText();
        return Falsehood.in(text, document, proposal.getAccount().getName(), other.getName())
                .flatMap(falsehood -> {
                    UnaryOperator<String> change = all -> all.replace(text, falsehood.text());
                    return payload(change).map(payload -> {
                        var bad = proposal.toBuilder().setPayload(payload);
                        var builder = bad.getStepsBuilder(step);
                        builder.getSentencesBuilder(index).setText(falsehood.text());
                        builder.setBody(change.apply(builder.getBody()));
                        return new Bad(bad.build(), falsehood);
                    });
                });
    }

    /** What the action touches is another company's. */
    private Stream<Bad> payloads() {
        var account = proposal.getAccount();
        return Stream.of(
                        swapped("wrong-company", account.getName(), other.getName(), false),
                        swapped("wrong-recipient", "@" + account.getDomain(), "@" + other.getDomain(), true))
                .flatMap(Optional::stream);
    }

    /** @param within whether it may be the end of a longer text */
    private Optional<Bad> swapped(String fault, String own, String others, boolean within) {
        if (own.length() < 2 || others.length() < 2 || own.equals(others) || Falsehood.contains(document, others)) {
            return Optional.empty();
        }
        return payload(text -> text.equals(own)
                        ? others
                        : within && text.endsWith(own)
                                ? text.substring(0, text.length() - own.length()) + others
                                : text)
                .map(payload -> new Bad(
                        proposal.toBuilder().setPayload(payload).build(), new Falsehood(fault, others, own, others)));
    }

    private Optional<ByteString> payload(UnaryOperator<String> change) {
        return JsonTexts.change(proposal.getPayload().toByteArray(), change).map(ByteString::copyFrom);
    }

    /** No check of ours may find what the reviewer is to find. */
    private boolean sound(Proposal bad) {
        try {
            return ReviewRequests.candidate(bad, "").proposed().wording().clean();
        } catch (InvalidField e) {
            return false;
        }
    }

    private static Proposal named(Proposal bad, String runId) {
        return bad.toBuilder()
                .setOrigin(bad.getOrigin().toBuilder().setRunId(runId))
                .build();
    }

    private record Bad(Proposal proposal, Falsehood falsehood) {}
}
