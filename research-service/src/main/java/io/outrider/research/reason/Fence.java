package io.outrider.research.reason;

import io.outrider.research.brief.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** Puts untrusted text into a prompt as data. A text cannot close its own fence. */
final class Fence {

    private static final int PER_PAGE = 8_000;
    private static final int ALL = 32_000;

    private Fence() {}

    /** Pages as {@code <page id="p1" url="...">text</page>}, cut to what a question may cost. */
    static String pages(List<Snapshot> pages) {
        var out = new StringBuilder();
        for (int i = 0; i < pages.size() && out.length() < ALL; i++) {
            var page = pages.get(i);
            var room = Math.min(PER_PAGE, ALL - out.length());
            out.append("<page id=\"")
                    .append(id(i))
                    .append("\" url=\"")
                    .append(escape(page.url()).replace("\"", "%22"))
                    .append("\">\n")
                    .append(escape(
                            page.text().substring(0, Math.min(room, page.text().length()))))
                    .append("\n</page>\n");
        }
        return out.toString();
    }

    static String questions(List<String> questions) {
        return questions.isEmpty()
                ? "- nothing further"
                : questions.stream().map(question -> "- " + escape(question)).collect(Collectors.joining("\n"));
    }

    static String id(int index) {
        return "p" + (index + 1);
    }

    static String escape(String text) {
        return text.replace("<", "&lt;");
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<");
    }
}
