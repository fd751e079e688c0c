package io.outrider.messaging.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chooses between ways to say one thing: always the same for one contact, different between contacts. */
final class Wordings {

    private final int seed;
    private final List<String> banned;

    Wordings(String contactId, List<String> bannedPhrases) {
        this.seed = contactId.hashCode();
        this.banned = bannedPhrases.stream()
                .map(phrase -> phrase.strip().toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** A wording that the voice does not ban; the first one where it bans them all, and the lint will say so. */
    String pick(int salt, String... wordings) {
        int first = Math.floorMod(mix(seed + 31 * salt), wordings.length);
        for (int i = 0; i < wordings.length; i++) {
            var wording = wordings[(first + i) % wordings.length];
            if (banned.stream().noneMatch(wording.toLowerCase(Locale.ROOT)::contains)) {
                return wording;
            }
        }
        return wordings[0];
    }

    private static int mix(int value) {
        int mixed = value * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[^.!?]*(?:\\s[^.!?\\s]+){3,}[.!]");

    /** A library text that is a sentence of its own, and no catchword. */
    static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches();
    }

    /** For the middle of a sentence: "Fewer stops." is "fewer stops", "ISO audits" stays. */
    static String inline(String text) {
        var bare = text.strip().replaceFirst("[.!]+$", "");
        boolean acronym = bare.length() > 1 && Character.isUpperCase(bare.charAt(1));
        return acronym || bare.isEmpty() ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
