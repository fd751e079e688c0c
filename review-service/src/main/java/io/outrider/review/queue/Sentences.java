package io.outrider.review.queue;

import io.outrider.review.queue.Messages.Finding;
import io.outrider.review.queue.Messages.Line;
import io.outrider.review.queue.Messages.Message;
import io.outrider.review.queue.Messages.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Splits an edited message into sentences and says what carries each. */
final class Sentences {

    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\d\"'(])|\\R");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\d,;:)\\-] )\\p{Lu}[\\p{L}\\d&.'-]+");
    private static final Pattern MERGE_FIELD = Pattern.compile("\\{\\{[^}]*}?}?|\\[\\[[^]]*]?]?|%%\\w+%%|<%[^>]*>?");
    private static final Pattern PRICE = Pattern.compile("[$€£]\\s?\\d[\\d.,]*|\\b\\d[\\d.,]*\\s?(?:USD|EUR|GBP)\\b");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')]+|\\bwww\\.[^\\s<>\"')]+");

    private Sentences() {}

    /** Sentences that stood before keep what carries them; a new one is a view, unless it brings a number or a name. */
    static List<Line> match(String body, Message before, List<String> known) {
        if (normal(body).equals(normal(before.text()))) {
            return IntStream.range(0, before.lines().size())
                    .mapToObj(i -> before.lines().get(i))
                    .toList();
        }
        var lines = new ArrayList<Line>();
        var paragraphs = PARAGRAPH.split(body.strip());
        for (int p = 0; p < paragraphs.length; p++) {
            for (var raw : SENTENCE.split(paragraphs[p])) {
                var text = raw.strip();
                if (!text.isEmpty()) {
                    lines.add(line(text, p, before, known));
                }
            }
        }
        return lines;
    }

    /** What must not leave, in the text as it is now. */
    static List<Finding> lint(Message now, Message before, List<String> known) {
        var text = now.subject() + " " + now.text();
        var old = before.subject() + " " + before.text();
        var findings = new ArrayList<Finding>();
        find(MERGE_FIELD, text, "", "MERGE_FIELD_LEFT", "A merge field is left over", now.index(), findings);
        find(PRICE, text, old, "PRICE", "A price that the draft did not have", now.index(), findings);
        find(LINK, text, old, "FORBIDDEN_LINK", "A link that the draft did not have", now.index(), findings);
        if (!now.subject().equals(before.subject())) {
            for (var fact : unknownFacts(now.subject(), known(before, known))) {
                findings.add(new Finding("UNKNOWN_FACT", now.index(), fact, "The subject brings a fact of its own"));
            }
        }
        return findings;
    }

    private static Line line(String text, int paragraph, Message before, List<String> known) {
        for (int i = 0; i < before.lines().size(); i++) {
            var old = before.lines().get(i);
            if (normal(old.text()).equals(normal(text))) {
                return new Line(old.text(), paragraph, old.support(), i);
            }
        }
        var support = unknownFacts(text, known(before, known)).isEmpty() ? Support.OPINION : Support.NONE;
        return new Line(text, paragraph, support, -1);
    }

    private static String known(Message before, List<String> known) {
        var supported = before.lines().stream()
                .filter(line -> line.support() != Support.NONE)
                .map(Line::text)
                .toList();
        return (String.join("\n", known) + "\n" + String.join("\n", supported) + "\n" + before.subject())
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> unknownFacts(String text, String known) {
        return facts(text).stream()
                .filter(fact -> !says(known, fact.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The numbers and names of a text. */
    static List<String> facts(String text) {
        var facts = new ArrayList<String>();
        for (var pattern : List.of(NUMBER, NAME)) {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                facts.add(matcher.group().replaceAll("[.,'-]+$", ""));
            }
        }
        return facts;
    }

    /** As a whole: "12" is not in "120 people", nor in "12,000". */
    private static boolean says(String known, String fact) {
        var whole = "(?<![\\p{L}\\d]|\\d[.,])" + Pattern.quote(fact) + "(?![\\p{L}\\d]|[.,]\\d)";
        return Pattern.compile(whole).matcher(known).find();
    }

    private static void find(
            Pattern pattern, String text, String allowed, String rule, String message, int step, List<Finding> into) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!allowed.contains(matcher.group())) {
                into.add(new Finding(rule, step, matcher.group(), message));
            }
        }
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
