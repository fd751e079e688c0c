package io.outrider.review.console;

import io.outrider.review.console.RunView.Event;
import io.outrider.review.console.RunView.Proposed;
import io.outrider.review.queue.Answer;
import io.outrider.review.queue.Decision;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ItemState;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Makes a run's page of what the queue says. */
final class RunViews {

    private RunViews() {}

    /** @param items of one run, at least one */
    static RunView of(Session who, List<Item> items, List<Event> timeline, String elsewhere, Instant now) {
        var first = ReviewAnswers.listed(items.getFirst(), now).getProposal();
        var origin = first.getOrigin();
        return new RunView(
                who,
                origin.getRunId(),
                origin.getAuthor(),
                first.getAccount().getName().isEmpty()
                        ? first.getAccount().getDomain()
                        : first.getAccount().getName(),
                origin.getPlaybookId(),
                origin.getSegmentId(),
                origin.getPersonaId(),
                Texts.words(origin.getLevel().name(), "LEVEL_"),
                origin.getLibraryRevision(),
                String.join(", ", origin.getModelsList()),
                String.join(", ", origin.getPromptVersionsList()),
                origin.getTraceId(),
                EffortRows.ofRun(items.stream()
                        .map(item -> ReviewAnswers.listed(item, now).getProposal())
                        .toList()),
                elsewhere,
                first.getRisk().getMissingList(),
                took(items),
                items.stream().map(item -> proposed(item, now)).toList(),
                timeline);
    }

    /** From the first proposal to the last decision, in words; empty while something is open. */
    private static String took(List<Item> items) {
        if (items.stream().anyMatch(item -> item.state().open() || item.state() == ItemState.HELD)) {
            return "";
        }
        var begin = items.stream().map(Item::created).min(Comparator.naturalOrder());
        var end = items.stream()
                .flatMap(item -> item.decisions().stream())
                .map(Decision::time)
                .max(Comparator.naturalOrder());
        return begin.isEmpty() || end.isEmpty() ? "" : Timeline.since(Duration.between(begin.get(), end.get()));
    }

    private static Proposed proposed(Item item, Instant now) {
        var wire = ReviewAnswers.listed(item, now);
        return new Proposed(
                item.id(),
                item.origin().key(),
                item.origin().actionType(),
                Texts.words(wire.getState().name(), "ITEM_STATE_"),
                Texts.lane(wire.getLane(), wire.getGate()),
                Texts.laneKey(wire.getLane(), wire.getGate()),
                Texts.percent(wire.getProposal().getConfidence().getValue()),
                item.version(),
                item.answer() instanceof Answer.Granted granted ? granted.grantId() : "",
                wire.getOutcome().getNumber() == 0
                        ? ""
                        : Texts.words(wire.getOutcome().name(), "EFFECT_OUTCOME_"),
                item.payloadSha256().substring(0, 12),
                item.answer() instanceof Answer.Refused refused ? refused.code() + ": " + refused.message() : "");
    }
}
