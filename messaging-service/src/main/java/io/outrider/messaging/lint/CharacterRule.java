package io.outrider.messaging.lint;

import java.util.HashSet;
import java.util.regex.Pattern;

/** Characters that a reader cannot see, or that only look like what they are not. */
final class CharacterRule implements LintRule {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    @Override
    public void inspect(Inspection message) {
        message.texts().stream().filter(text -> !isPrintableAscii(text.raw())).forEach(text -> look(message, text));
    }

    /** Most texts are: nothing in them is hidden. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void look(Inspection message, Text text) {
        var raw = text.raw();
        if (raw.codePoints().anyMatch(c -> isHidden(c, text.isSubject()))) {
            message.error("CONTROL_CHARACTERS", text.index(), visible(raw), "it holds characters that nobody can see");
        }
        if (text.isAscii()) {
            return; // one script
        }
        WORD.matcher(raw)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(CharacterRule::mixesScripts)
                .findFirst()
                .ifPresent(word -> message.error(
                        "MIXED_SCRIPT", text.index(), word, "one word is written in letters of two scripts"));
    }

    /** A line break is fine in a body and nowhere else: in a subject it would begin another header. */
    private static boolean isHidden(int c, boolean subject) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> subject || c != '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String visible(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHidden(c, true)) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean mixesScripts(String word) {
        var scripts = new HashSet<Character.UnicodeScript>();
        word.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        scripts.remove(Character.UnicodeScript.INHERITED);
        return scripts.size() > 1 && scripts.contains(Character.UnicodeScript.LATIN);
    }
}
