package io.outrider.messaging.lint;

import java.util.regex.Pattern;

/** A placeholder that nobody filled in. */
final class MergeFieldRule implements LintRule {

    private static final Pattern FIELD = Pattern.compile("\\$?\\{\\{?[^{}\\n]{0,60}\\}?\\}"
            + "|\\[[^\\[\\]\\n]{1,60}\\]"
            + "|<[^<>\\n]{1,60}>"
            + "|%[A-Za-z][A-Za-z0-9_.]{0,40}%"
            + "|__[A-Za-z][A-Za-z0-9]{0,40}__"
            + "|\\b(?:INSERT|TODO|TBD|XXX)\\b"
            + "|(?i:lorem ipsum|first ?name here|company ?name here|your company here)");

    @Override
    public void inspect(Inspection message) {
        message.eachText((index, text) -> {
            var field = FIELD.matcher(text);
            if (field.find()) {
                message.error("MERGE_FIELD_LEFT", index, field.group(), "a placeholder was not filled in");
            }
        });
    }
}
