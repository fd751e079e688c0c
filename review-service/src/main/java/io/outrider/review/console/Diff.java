package io.outrider.review.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; very long ones line by line. */
final class Diff {

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");
    private static final Pattern LINES = Pattern.compile("(?<=\\n)");
    private static final int LONG = 20_000;

    private Diff() {}

    /** Empty where nothing changed. */
    static List<Part> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        var cut = Math.max(before.length(), after.length()) > LONG ? LINES : WORDS;
        var old = List.of(cut.split(before));
        var parts = new ArrayList<Part>();
        var at = 0;
        for (var delta : DiffUtils.diff(old, List.of(cut.split(after))).getDeltas()) {
            add(parts, "same", old.subList(at, delta.getSource().getPosition()));
            add(parts, "del", delta.getSource().getLines());
            add(parts, "ins", delta.getTarget().getLines());
            at = end(delta);
        }
        add(parts, "same", old.subList(at, old.size()));
        return parts;
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static void add(List<Part> parts, String kind, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Part(kind, String.join("", words)));
        }
    }

    /** @param kind "same", "ins" or "del" */
    @TemplateData
    record Part(String kind, String text) {}
}
