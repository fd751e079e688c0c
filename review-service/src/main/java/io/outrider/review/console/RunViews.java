package io.outrider.review.console;

import io.outrider.review.console.RunView.Event;
import io.outrider.review.console.RunView.Proposed;
import io.outrider.review.queue.Answer;
import io.outrider.review.queue.Item;
import io.outrider.review.v1.ReviewItem;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a run's page of what the queue says. */
final class RunViews {

    private RunViews() {}

    /** @param items of one run, at least one */
    static RunView of(Session who, List<Item> items, String elsewhere, Instant now) {
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
                elsewhere,
                items.stream().map(item -> proposed(item, now)).toList(),
                events(items, now));
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
                item.payloadSha256().substring(0, 12),
                item.answer() instanceof Answer.Refused refused ? refused.code() + ": " + refused.message() : "");
    }

    private static List<Event> events(List<Item> items, Instant now) {
        var events = new ArrayList<Timed>();
        for (var item : items) {
            var wire = ReviewAnswers.listed(item, now);
            events.add(new Timed(item.created(), "proposed", item.origin().author(), item, why(wire)));
            item.decisions()
                    .forEach(decision -> events.add(new Timed(
                            decision.time(),
                            Texts.plain(decision.type().name()),
                            decision.by(),
                            item,
                            Stream.of(
                                            decision.reason() == null
                                                    ? ""
                                                    : Texts.plain(
                                                            decision.reason().name()),
                                            decision.comment())
                                    .filter(text -> !text.isEmpty())
                                    .reduce((a, b) -> a + ": " + b)
                                    .orElse(""))));
        }
        return events.stream()
                .sorted(Comparator.comparing(Timed::time))
                .map(timed -> new Event(
                        Texts.minute(timed.time()),
                        timed.what(),
                        timed.by(),
                        timed.item().origin().actionType(),
                        timed.item().id(),
                        timed.note()))
                .toList();
    }

    private static String why(ReviewItem item) {
        return item.getReasonsCount() == 0 ? "" : item.getReasons(0).getDetail();
    }

    private record Timed(Instant time, String what, String by, Item item, String note) {}
}
