package io.outrider.review.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outrider.review.audit.Entry;
import io.outrider.review.console.RunView.Event;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ReadOpenings.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to a run's proposals, in order, out of the audit log and of who opened what. */
final class Timeline {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Timeline() {}

    /** Oldest first. */
    static List<Event> of(List<Item> items, List<Entry> entries, List<Opened> openings) {
        var byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        var all = new ArrayList<Step>();
        var last = Instant.MIN;
        for (var entry : entries) {
            // The order of the chain holds; clocks of two replicas may differ.
            last = entry.time().isAfter(last) ? entry.time() : last;
            all.add(new Step(last, what(entry), entry.actor(), entry.itemId(), note(entry)));
        }
        for (var opened : openings) {
            all.add(new Step(opened.time(), "opened", opened.by(), opened.itemId(), "version " + opened.version()));
        }
        all.sort(Comparator.comparing(Step::time));
        return events(all, byId);
    }

    private static List<Event> events(List<Step> steps, Map<String, Item> byId) {
        var events = new ArrayList<Event>();
        var before = steps.isEmpty() ? Instant.EPOCH : steps.getFirst().time();
        for (var step : steps) {
            var item = byId.get(step.item());
            events.add(new Event(
                    Texts.instant(step.time()),
                    events.isEmpty() ? "" : "+" + since(Duration.between(before, step.time())),
                    step.what(),
                    step.by(),
                    item == null ? "" : item.origin().actionType(),
                    step.item(),
                    step.note()));
            before = step.time();
        }
        return events;
    }

    /** "0.4 s", "12 s", else as any length of time. */
    static String since(Duration gap) {
        if (gap.toMillis() < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", gap.toMillis() / 1000.0);
        }
        return gap.toSeconds() < 60 ? gap.toSeconds() + " s" : Texts.length(gap);
    }

    private static String what(Entry entry) {
        var detail = detail(entry);
        return switch (entry.kind()) {
            case "PROPOSED" -> "proposed";
            case "GRANTED" -> "granted by the policy";
            case "REFUSED" -> "refused by the policy";
            case "CLAIMED" -> "taken";
            case "DECIDED" -> Texts.plain(detail.path("type").asText()) + (detail.has("release_time") ? ", held" : "");
            case "RELEASED" -> detail.has("refused") ? "not released" : "in effect";
            case "UNDONE" -> "taken back";
            case "LOOKED_AGAIN" ->
                "second look: " + Texts.plain(detail.path("answer").asText());
            case "OUTCOME" -> Texts.plain(detail.path("outcome").asText());
            default -> Texts.plain(entry.kind());
        };
    }

    private static String note(Entry entry) {
        var detail = detail(entry);
        var grant = detail.path("grant").asText();
        return Stream.of(
                        Texts.plain(detail.path("reason").asText()),
                        detail.path("comment").asText(),
                        detail.path("overrode_lint").asBoolean() ? "lint overridden" : "",
                        detail.path("refused").asText(),
                        detail.path("detail").asText(),
                        detail.path("batch").asText().isEmpty() ? "" : "in a batch",
                        grant.isEmpty() ? "" : "grant " + grant)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static JsonNode detail(Entry entry) {
        try {
            return JSON.readTree(entry.detail());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private record Step(Instant time, String what, String by, String item, String note) {}
}
