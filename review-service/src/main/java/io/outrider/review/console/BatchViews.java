package io.outrider.review.console;

import io.outrider.kit.id.Ids;
import io.outrider.review.batch.ReviewBatch;
import io.outrider.review.batch.Sheet;
import io.outrider.review.console.BatchView.Group;
import io.outrider.review.console.BatchView.Row;
import io.outrider.review.queue.Item;
import io.outrider.review.wire.ReviewAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a batch's page of the batch and of its items as they are now. */
final class BatchViews {

    private static final double FAR = 2;

    private BatchViews() {}

    static BatchView of(Session who, ReviewBatch batch, List<Item> items, List<HeldRow> held, Instant now) {
        var byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var groups = batch.sheet().groups();
        return new BatchView(
                who,
                Ids.next("req"),
                batch.id(),
                held,
                Texts.minute(batch.expires()),
                items.size(),
                IntStream.range(0, groups.size())
                        .mapToObj(i -> group(i + 1, groups.get(i), batch, byId, now))
                        .toList(),
                batch.sheet().leftOut().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(BatchViews::leftOut)
                        .toList());
    }

    private static Group group(int number, Sheet.Group group, ReviewBatch batch, Map<String, Item> byId, Instant now) {
        var rows = group.items().stream()
                .map(entry -> row(entry, batch, byId.get(entry.itemId()), now))
                .toList();
        var sample = rows.stream().filter(Row::sample).toList();
        return new Group(
                number,
                group.actionType(),
                group.playbookId().isEmpty() ? "no playbook" : group.playbookId(),
                group.segmentId().isEmpty() ? "no segment" : group.segmentId(),
                Texts.percent(group.items().stream()
                        .mapToDouble(Sheet.Entry::confidence)
                        .average()
                        .orElse(0)),
                (int) rows.stream().filter(Row::open).count(),
                sample.size(),
                (int) sample.stream().filter(row -> !row.opened()).count(),
                Histogram.of(group.histogram()),
                rows);
    }

    private static Row row(Sheet.Entry entry, ReviewBatch batch, @Nullable Item item, Instant now) {
        var name = item == null
                ? ""
                : ReviewAnswers.listed(item, now).getProposal().getAccount().getName();
        return new Row(
                entry.itemId(),
                name.isEmpty() ? entry.domain() : name,
                entry.domain(),
                entry.description(),
                Texts.percent(entry.confidence()),
                entry.outlier() < FAR ? "" : String.format(Locale.ROOT, "%.1f σ from the rest", entry.outlier()),
                batch.sheet().samples().contains(entry.itemId()),
                batch.opened().contains(entry.itemId()),
                item == null ? "gone" : state(entry, item, now));
    }

    private static String state(Sheet.Entry entry, Item item, Instant now) {
        if (item.version() != entry.version() && item.state().open()) {
            return "changed since";
        }
        if (item.openAt(now)) {
            return "";
        }
        return item.state().open() ? "expired" : Texts.plain(item.state().name());
    }

    private static String leftOut(Map.Entry<String, Integer> entry) {
        var why = switch (entry.getKey()) {
            case "two-approvers" -> "need two approvers";
            case "lint" -> "have lint errors or sentences without support";
            case "author" -> "are from runs that you started";
            case "claimed" -> "are with another reviewer";
            case "other-lane" -> "are decided one by one, or not open any more";
            default -> entry.getKey();
        };
        return entry.getValue() + " " + why;
    }
}
