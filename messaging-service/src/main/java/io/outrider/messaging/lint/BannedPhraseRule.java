package io.outrider.messaging.lint;

import java.util.List;
import java.util.Locale;
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
    private static final List<String> DISLIKED_STARTS = starts(DISLIKED);
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final Pattern banned;
    private final List<String> bannedStarts;

    BannedPhraseRule(List<String> phrases) {
        var stated = phrases.stream()
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        banned = stated.isEmpty() ? NEVER : pattern(stated);
        bannedStarts = starts(stated);
    }

    /** The first word of each phrase: where none of them stands, the pattern need not be tried. */
    private static List<String> starts(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> phrase.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
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
            var plain = Plain.of(text).replace('\u2019', '\'');
            var lower = plain.toLowerCase(Locale.ROOT);
            var found = banned.matcher(plain);
            if (bannedStarts.stream().anyMatch(lower::contains) && found.find()) {
                message.error("BANNED_PHRASE", index, found.group(), "the brand voice does not use it");
            }
            var disliked = DISLIKED_PATTERN.matcher(plain);
            if (DISLIKED_STARTS.stream().anyMatch(lower::contains) && disliked.find()) {
                message.warn("DISLIKED_PHRASE", index, disliked.group(), "mail filters and readers dislike it");
            }
        });
    }
}
