package io.outrider.review.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Slack's Block Kit, as far as we use it. Text from elsewhere is always escaped and cut to what Slack takes. */
final class Blocks {

    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_HEADER = 150;
    private static final String MORE = " …";

    private Blocks() {}

    static Map<String, Object> header(String text) {
        return Map.of("type", "header", "text", plain(cut(text, LONGEST_HEADER)));
    }

    /** @param text mrkdwn; whatever is from elsewhere in it is escaped */
    static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", markdown(text));
    }

    static Map<String, Object> context(String text) {
        return Map.of("type", "context", "elements", List.of(markdown(text)));
    }

    static Map<String, Object> actions(List<Map<String, Object>> elements) {
        return Map.of("type", "actions", "elements", elements);
    }

    /** @param style "primary" or "danger" */
    static Map<String, Object> button(String text, String action, String value, String style) {
        return Map.of("type", "button", "text", plain(text), "action_id", action, "value", value, "style", style);
    }

    static Map<String, Object> link(String text, String action, String url) {
        return Map.of("type", "button", "text", plain(text), "action_id", action, "url", url);
    }

    /** @param options what each says, by what it means */
    static Map<String, Object> choice(String placeholder, String action, List<Map.Entry<String, String>> options) {
        return Map.of(
                "type",
                "static_select",
                "placeholder",
                plain(placeholder),
                "action_id",
                action,
                "options",
                options.stream()
                        .map(option -> Map.of("text", plain(option.getValue()), "value", option.getKey()))
                        .toList());
    }

    /** The three signs that mean something to Slack. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A time of day as the reader's clock has it; in UTC for who sees plain text. */
    static String time(Instant when) {
        var second = when.atOffset(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return "<!date^" + when.getEpochSecond() + "^{time_secs}|" + DateTimeFormatter.ISO_LOCAL_TIME.format(second)
                + " UTC>";
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - MORE.length()) + MORE;
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", text);
    }

    private static Map<String, Object> markdown(String text) {
        return Map.of("type", "mrkdwn", "text", cut(text, LONGEST_SECTION), "verbatim", true);
    }
}
