package io.outrider.research.reason;

import io.outrider.research.brief.Emphasis;
import io.outrider.research.brief.Emphasis.Hooked;
import io.outrider.research.brief.Evidence;
import io.outrider.research.brief.Finding;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.Snapshot;
import io.outrider.research.read.PlainText;
import io.outrider.research.reason.ModelFindings.ModelClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What survives of a model's answer: claims whose quote stands exactly in the page they name. Everything else is dropped and
 * counted, never repaired.
 */
final class QuoteCheck {

    private static final int MOST = 120;
    private static final int LONGEST_QUOTE = 1_000;
    private static final int LONGEST_VALUE = 400;
    private static final double SUREST = 0.9;
    private static final double UNSAID = 0.5;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern NOT_DIGIT = Pattern.compile("(?<=\\d)[,. ’'](?=\\d{3}\\b)");

    private final List<Snapshot> pages;
    private final Map<Integer, Finding> kept = new HashMap<>();
    private int fabricated;

    private QuoteCheck(List<Snapshot> pages) {
        this.pages = pages;
    }

    static Checked check(ModelFindings answer, List<Snapshot> pages) {
        var check = new QuoteCheck(pages);
        var claims = Objects.<List<@Nullable ModelClaim>>requireNonNullElse(answer.claims(), List.of());
        for (int i = 0; i < Math.min(MOST, claims.size()); i++) {
            check.claim(i, claims.get(i));
        }
        var emphasis = new Emphasis(check.findings(answer.summaryClaimIndexes()).toList(), check.hooks(answer));
        return new Checked(List.copyOf(check.kept.values()), emphasis, check.fabricated);
    }

    private void claim(int index, @Nullable ModelClaim claim) {
        if (claim == null || claim.predicate() == null || claim.value() == null) {
            return;
        }
        var predicate = Predicate.of(claim.predicate().strip());
        var value = PlainText.of(Fence.unescape(claim.value())).replace('\n', ' ');
        if (predicate.isEmpty() || value.isBlank() || value.length() > LONGEST_VALUE) {
            return;
        }
        var page = page(claim.pageId());
        var evidence = page.flatMap(p -> quoted(p, claim.quote()));
        if (evidence.isEmpty() || !carries(evidence.get(), predicate.get(), value)) {
            fabricated++;
            return;
        }
        if (!Instructions.around(evidence.get(), page.orElseThrow().text())) {
            kept.put(index, finding(page.orElseThrow(), evidence.get(), predicate.get(), value, claim.confidence()));
        }
    }

    private static Finding finding(
            Snapshot page, Evidence evidence, Predicate predicate, String value, @Nullable Double confidence) {
        var said = evidence.quote().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        var sure = confidence == null || confidence.isNaN() ? UNSAID : Math.clamp(confidence, 0, SUREST);
        return Finding.of(predicate, value, evidence, sure, !said && !predicate.isNumber(), page);
    }

    /** A number must stand in its quote; of words a quote may say the same otherwise. */
    private static boolean carries(Evidence evidence, Predicate predicate, String value) {
        if (!predicate.isNumber()) {
            return true;
        }
        var plain = NOT_DIGIT.matcher(evidence.quote()).replaceAll("");
        return NUMBER.matcher(value).matches() && (plain.contains(value) || predicate == Predicate.FUNDING_AMOUNT_USD);
    }

    private Optional<Evidence> quoted(Snapshot page, @Nullable String quote) {
        if (quote == null || quote.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        return Evidence.find(page, PlainText.of(Fence.unescape(quote)));
    }

    private Optional<Snapshot> page(@Nullable String id) {
        for (int i = 0; i < pages.size(); i++) {
            if (Fence.id(i).equals(id)) {
                return Optional.of(pages.get(i));
            }
        }
        return Optional.empty();
    }

    private List<Hooked> hooks(ModelFindings answer) {
        var hooks = new ArrayList<Hooked>();
        for (var hook :
                Objects.<List<ModelFindings.@Nullable ModelHook>>requireNonNullElse(answer.hooks(), List.of())) {
            if (hook != null && hook.text() != null && hook.text().length() <= LONGEST_VALUE) {
                var findings = findings(hook.claimIndexes()).toList();
                if (!findings.isEmpty()) {
                    hooks.add(new Hooked(PlainText.of(hook.text()).replace('\n', ' '), findings));
                }
            }
        }
        return hooks;
    }

    private Stream<Finding> findings(@Nullable List<@Nullable Integer> indexes) {
        return Objects.<List<@Nullable Integer>>requireNonNullElse(indexes, List.of()).stream()
                .filter(Objects::nonNull)
                .flatMap(index -> Stream.ofNullable(kept.get(index)));
    }

    /** @param fabricated claims whose quote is not in the page, or does not carry the number */
    record Checked(List<Finding> findings, Emphasis emphasis, int fabricated) {

        Checked {
            findings = List.copyOf(findings);
        }
    }
}
