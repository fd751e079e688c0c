package io.outrider.review.console;

import io.outrider.review.v1.Effort;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.StepEffort;
import io.outrider.type.v1.Cost;
import io.outrider.type.v1.SequenceStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has spent until it proposed, and what it worked by, in words. What is not known has no row. */
final class EffortRows {

    private EffortRows() {}

    /** Of one proposal. */
    static List<EffortRow> of(Proposal proposal) {
        var rows = new ArrayList<>(of(proposal.getEffort()));
        rows.add(new EffortRow("Playbook", proposal.getOrigin().getPlaybookId()));
        rows.add(new EffortRow("Sequence", proposal.getEffort().getSequenceId()));
        rows.add(new EffortRow("Value propositions", valueProps(proposal)));
        return known(rows.stream());
    }

    /** Of a run, as the proposal tells that came last: its cost only grows. */
    static List<EffortRow> ofRun(List<Proposal> proposals) {
        return proposals.stream()
                .map(Proposal::getEffort)
                .max(Comparator.comparingLong(effort -> effort.getCost().getMicroUsd()))
                .map(EffortRows::of)
                .orElse(List.of());
    }

    private static List<EffortRow> of(Effort effort) {
        return known(Stream.concat(
                Stream.of(new EffortRow("Cost of the run", words(effort.getCost()))),
                effort.getStepsList().stream().map(EffortRows::step)));
    }

    private static List<EffortRow> known(Stream<EffortRow> rows) {
        return rows.filter(row -> !row.value().isEmpty()).toList();
    }

    private static EffortRow step(StepEffort step) {
        var took =
                Duration.ofSeconds(step.getTook().getSeconds(), step.getTook().getNanos());
        return new EffortRow(
                Texts.rule(step.getStep()), joined(step.hasTook() ? took(took) : "", words(step.getCost())));
    }

    /** "340 ms" where seconds would not tell it. */
    private static String took(Duration took) {
        return took.toMillis() < 1_000 ? took.toMillis() + " ms" : Timeline.since(took);
    }

    private static String words(Cost cost) {
        return joined(
                cost.getMicroUsd() > 0 ? dollars(cost.getMicroUsd()) : "",
                count(cost.getPromptTokens(), "token read", "tokens read"),
                count(cost.getCompletionTokens(), "token written", "tokens written"),
                count(cost.getModelCalls(), "model call", "model calls"),
                count(cost.getPagesFetched(), "page", "pages"));
    }

    private static String dollars(long micros) {
        var dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return "$" + dollars.setScale(Math.max(2, dollars.scale())).toPlainString();
    }

    private static String count(long count, String one, String many) {
        return count <= 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private static String valueProps(Proposal proposal) {
        return proposal.getStepsList().stream()
                .map(SequenceStep::getCoreValuePropId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
