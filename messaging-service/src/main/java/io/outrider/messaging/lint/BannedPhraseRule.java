package io.outrider.messaging.lint;

import java.util.List;

/** Phrases that the vendor's voice forbids, and a few that mail filters and readers dislike. */
final class BannedPhraseRule implements LintRule {

    private static final Phrases DISLIKED = new Phrases(List.of(
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
            "game-changer"));

    private final Phrases banned;

    BannedPhraseRule(List<String> phrases) {
        banned = new Phrases(phrases);
    }

    @Override
    public void inspect(Inspection message) {
        for (var text : message.texts()) {
            var plain = text.plain().replace('\u2019', '\'');
            var folded = text.isAscii() ? text.lower() : Phrases.fold(plain);
            banned.findIn(plain, folded)
                    .ifPresent(found ->
                            message.error("BANNED_PHRASE", text.index(), found, "the brand voice does not use it"));
            DISLIKED.findIn(plain, folded)
                    .ifPresent(found -> message.warn(
                            "DISLIKED_PHRASE", text.index(), found, "mail filters and readers dislike it"));
        }
    }
}
