package io.outrider.research.reason;

import io.outrider.research.brief.Evidence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences that talk to a machine instead of a reader. They are never evidence: a site that writes orders for agents is not
 * saying something about itself there. A fence, not a proof; that nothing on a page can act is what holds.
 */
final class Instructions {

    private static final Pattern ORDER = Pattern.compile(
            "(?i:\\b(?:(?:ignore|disregard|forget) (?:all |any |your |the )*(?:previous|prior|above|earlier)|"
                    + "(?:ai|llm|language model) (?:agents?|assistants?|models?)|as an ai|system prompt|you are now|"
                    + "(?:note|attention|message) to (?:ai|llm|agents?|bots?|crawlers?)|maintenance mode|"
                    + "previous instructions|your instructions|new instructions)\\b)");

    /** Without one of them no sentence is an order. */
    static final List<String> TRIGGERS = List.of(
            "ignore",
            "disregard",
            "forget",
            "ai",
            "llm",
            "language",
            "prompt",
            "now",
            "agents",
            "agent",
            "bots",
            "bot",
            "crawlers",
            "crawler",
            "maintenance",
            "instructions");

    private Instructions() {}

    /** In the lines that a quote stands on: an order and its content may be two sentences. */
    static boolean around(Evidence evidence, String text) {
        var start = text.lastIndexOf('\n', evidence.start()) + 1;
        var end = text.indexOf('\n', evidence.end());
        return ORDER.matcher(text)
                .region(Math.min(start, evidence.start()), end < 0 ? text.length() : end)
                .find();
    }

    static boolean in(Sentence sentence) {
        return sentence.matcher(ORDER).find();
    }
}
