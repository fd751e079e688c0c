package io.outrider.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;

/** What Slack asks of blocks, by its documents: kinds, counts and lengths. */
final class BlockRules {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_ELEMENTS = 25;
    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_BUTTON = 75;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_OPTION_VALUE = 150;
    private static final int LONGEST_ACTION = 255;
    private static final int LONGEST_URL = 3_000;

    private static final Set<String> OTHERS = Set.of("divider", "image", "input", "rich_text", "file", "video");

    private BlockRules() {}

    static boolean hold(JsonNode message) {
        var blocks = message.path("blocks");
        if (!message.has("blocks")) {
            return true;
        }
        if (!blocks.isArray() || blocks.size() > MOST_BLOCKS) {
            return false;
        }
        for (var block : blocks) {
            if (!block(block)) {
                return false;
            }
        }
        return true;
    }

    private static boolean block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> text(block.path("text"), LONGEST_HEADER, "plain_text");
            case "section" ->
                text(block.path("text"), LONGEST_SECTION, "")
                        || block.path("fields").size() > 0;
            case "context" -> each(block.path("elements"), 10, BlockRules::contextElement);
            case "actions" -> each(block.path("elements"), MOST_ELEMENTS, BlockRules::element);
            default -> OTHERS.contains(block.path("type").asText());
        };
    }

    private static boolean contextElement(JsonNode element) {
        return element.path("type").asText().equals("image") || text(element, LONGEST_SECTION, "");
    }

    private static boolean element(JsonNode element) {
        var named = within(element.path("action_id"), LONGEST_ACTION);
        return named
                && switch (element.path("type").asText()) {
                    case "button" ->
                        text(element.path("text"), LONGEST_BUTTON, "plain_text")
                                && element.path("value").asText("").length() <= LONGEST_VALUE
                                && element.path("url").asText("").length() <= LONGEST_URL;
                    case "static_select" -> each(element.path("options"), MOST_OPTIONS, BlockRules::option);
                    default -> true;
                };
    }

    private static boolean option(JsonNode option) {
        return text(option.path("text"), LONGEST_BUTTON, "plain_text")
                && within(option.path("value"), LONGEST_OPTION_VALUE);
    }

    private static boolean each(JsonNode list, int most, Predicate<JsonNode> rule) {
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            return false;
        }
        for (var one : list) {
            if (!rule.test(one)) {
                return false;
            }
        }
        return true;
    }

    /** @param kind empty for either */
    private static boolean text(JsonNode text, int longest, String kind) {
        var type = text.path("type").asText();
        var known = kind.isEmpty() ? type.equals("mrkdwn") || type.equals("plain_text") : type.equals(kind);
        return known && within(text.path("text"), longest);
    }

    private static boolean within(JsonNode text, int longest) {
        var length = text.asText("").length();
        return length >= 1 && length <= longest;
    }
}
