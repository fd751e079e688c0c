package io.outrider.review.console;

import io.outrider.review.queue.QueueFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A filter of the queue as a URL carries it. */
final class QueueQuery {

    private QueueQuery() {}

    static QueueFilter filter(MultivaluedMap<String, String> query) {
        return new QueueFilter(
                text(query, "lane"),
                text(query, "action"),
                text(query, "playbook"),
                text(query, "domain"),
                text(query, "rule"),
                text(query, "assignee"));
    }

    /** Without the page; empty for a filter that lets all through. */
    static String text(QueueFilter filter) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("lane", filter.lane());
        fields.put("action", filter.actionType());
        fields.put("playbook", filter.playbookId());
        fields.put("domain", filter.domain());
        fields.put("rule", filter.rule());
        fields.put("assignee", filter.assignee());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(QueueQuery::pair)
                .collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, String> field) {
        return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "").strip();
    }
}
