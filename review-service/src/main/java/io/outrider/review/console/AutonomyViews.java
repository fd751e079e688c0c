package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.review.console.AutonomyView.Evidence;
import io.outrider.review.console.AutonomyView.Gauge;
import io.outrider.review.console.AutonomyView.Kind;
import io.outrider.review.console.AutonomyView.Promotion;
import io.outrider.review.queue.AutonomyBook.Line;
import io.outrider.review.queue.AutonomyBook.Proposed;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ItemState;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Instant;
import java.util.List;

/** Makes the page of earned autonomy of the book. */
final class AutonomyViews {

    private AutonomyViews() {}

    static AutonomyView of(Session who, List<Line> lines, List<Proposed> proposals, Instant now) {
        return new AutonomyView(
                who,
                proposals.stream().map(proposed -> promotion(proposed, now)).toList(),
                lines.stream().map(AutonomyViews::kind).toList());
    }

    private static Promotion promotion(Proposed proposed, Instant now) {
        var line = proposed.line();
        var track = line.track();
        var next = track.promoted();
        return new Promotion(
                line.id(),
                Ids.next("req"),
                line.kind().actionType(),
                segment(line),
                Texts.plain(track.level().name()),
                Texts.plain(next.level().name()),
                percent(next.reviewRate(line.rule())),
                track.items(),
                track.accepted(),
                percent(track.lowerBound(line.rule())),
                percent(line.rule().minPrecision()),
                percent(line.rule().confidence()),
                proposed.evidence().stream().map(item -> evidence(item, now)).toList());
    }

    private static Evidence evidence(Item item, Instant now) {
        var account = ReviewAnswers.listed(item, now).getProposal().getAccount();
        return new Evidence(
                item.id(),
                account.getName().isEmpty() ? account.getDomain() : account.getName(),
                Texts.plain(item.state().name()),
                item.state() == ItemState.ACCEPTED);
    }

    private static Kind kind(Line line) {
        var track = line.track();
        var bound = track.lowerBound(line.rule());
        return new Kind(
                line.kind().actionType(),
                segment(line),
                Texts.plain(track.level().name()),
                percent(track.reviewRate(line.rule())),
                track.items(),
                track.accepted(),
                percent(bound),
                percent(line.rule().minPrecision()),
                new Gauge(Texts.percent(bound), Texts.percent(line.rule().minPrecision())),
                track.passed(),
                track.badOutcomes(),
                Texts.minute(line.changed()) + " by " + line.by()
                        + (line.reason().isEmpty() ? "" : ": " + line.reason()),
                track.alarm());
    }

    private static String segment(Line line) {
        return line.kind().segmentId().isEmpty() ? "no segment" : line.kind().segmentId();
    }

    private static String percent(double share) {
        return Texts.percent(share) + " %";
    }
}
