package io.outrider.messaging.lint;

import java.util.List;
import java.util.regex.Pattern;

/** Phrases that the vendor's voice forbids, and a few that mail filters and readers dislike. */
final class BannedPhraseRule implements LintRule {

    private static final List<String> DISLIKED = List.of(
            "act now",
            "limited time",
            "risk-free",
            "100% free",
            "once in a lifetime",
            "i hope this email finds you well",
            "i hope this finds you well",
            "quick question for you",
            "touch base",
            "circle back",
            "synergy",
            "game-changer");
    private static final Pattern DISLIKED_PATTERN = pattern(DISLIKED);
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final Pattern banned;

    BannedPhraseRule(List<String> phrases) {
        var stated = phrases.stream()
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        banned = stated.isEmpty() ? NEVER : pattern(stated);
    }

    private static Pattern pattern(List<String> phrases) {
        var any = phrases.stream()
                .map(phrase -> String.join(
                        "\\s+",
                        List.of(phrase.split("\\s+")).stream()
                                .map(Pattern::quote)
                                .toList()))
                .collect(java.util.stream.Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public void inspect(Inspection message) {
        message.eachText((index, text) -> {
            var plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                    .replace('\u2019', '\'');
            var found = banned.matcher(plain);
            if (found.find()) {
                message.error("BANNED_PHRASE", index, found.group(), "the brand voice does not use it");
            }
            var disliked = DISLIKED_PATTERN.matcher(plain);
            if (disliked.find()) {
                message.warn("DISLIKED_PHRASE", index, disliked.group(), "mail filters and readers dislike it");
            }
        });
    }
}
