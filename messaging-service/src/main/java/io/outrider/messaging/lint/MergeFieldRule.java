package io.outrider.messaging.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/** A placeholder that nobody filled in. */
final class MergeFieldRule implements LintRule {

    static final Pattern FIELD = Pattern.compile("\\$?\\{\\{?[^{}\\n]{0,60}\\}?\\}"
            + "|\\[[^\\[\\]\\n]{1,60}\\]"
            + "|<[^<>\\n]{1,60}>"
            + "|%[A-Za-z][A-Za-z0-9_.]{0,40}%"
            + "|__[A-Za-z][A-Za-z0-9]{0,40}__"
            + "|\\b(?:INSERT|TODO|TBD|XXX)\\b"
            + "|(?i:lorem ipsum|first ?name here|company ?name here|your company here)");

    private static final Needles NEEDLES = Needles.of("insert", "todo", "tbd", "xxx", "lorem", "name", "company here");

    @Override
    public void inspect(Inspection message) {
        for (var text : message.texts()) {
            var field = FIELD.matcher(text.raw());
            if (isWorthALook(text.raw()) && field.find()) {
                message.error("MERGE_FIELD_LEFT", text.index(), field.group(), "a placeholder was not filled in");
            }
        }
    }

    /** The pattern needs one of these. */
    private static boolean isWorthALook(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '[', '<', '%', '_' -> {
                    return true;
                }
                default -> {}
            }
        }
        return NEEDLES.anyIn(text.toLowerCase(Locale.ROOT));
    }
}
