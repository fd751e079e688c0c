package io.outrider.research.reason;

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

    private Instructions() {}

    static boolean in(String text) {
        return ORDER.matcher(text).find();
    }

    static boolean in(Sentence sentence) {
        return sentence.matcher(ORDER).find();
    }
}
