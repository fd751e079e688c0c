package io.outrider.sandbox.model;

import java.util.List;
import java.util.Locale;

/** Knows text that speaks to the agent instead of about the company. Such text is never used. */
final class Orders {

    private static final List<String> SIGNS = List.of(
            "ignore all previous",
            "ignore previous",
            "disregard",
            "ai agent",
            "ai assistant",
            "as an ai",
            "language model",
            "system prompt",
            "system:",
            "you are now",
            "assistant:",
            "answer yes to");

    private Orders() {}

    static boolean isOrder(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(lower::contains);
    }
}
