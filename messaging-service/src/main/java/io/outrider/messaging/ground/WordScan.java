package io.outrider.messaging.ground;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a text into words and figures, in reading order. */
final class WordScan {

    private static final Pattern TOKEN =
            Pattern.compile(Figures.MARK + "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:'\\p{L}+)?");
    private static final Pattern CURRENCY = Pattern.compile("dollars?|euros?|pounds?", Pattern.CASE_INSENSITIVE);
    private static final int FOLLOWING = 3;

    private final List<String> texts = new ArrayList<>();

    /** What stands before each token: punctuation and spaces. */
    private final List<String> gaps = new ArrayList<>();

    private final List<Word> words = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();

    WordScan(String rest, List<Figure> figures) {
        var matcher = TOKEN.matcher(rest);
        int end = 0;
        while (matcher.find()) {
            gaps.add(rest.substring(end, matcher.start()));
            texts.add(matcher.group());
            end = matcher.end();
        }
        var inDigits = figures.iterator();
        for (int i = 0; i < texts.size(); ) {
            i = take(i, inDigits);
        }
    }

    List<Word> words() {
        return words;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    private int take(int at, Iterator<Figure> inDigits) {
        if (texts.get(at).equals(Figures.MARK)) {
            quantities.add(new Quantity(inDigits.next(), following(at + 1)));
            return at + 1;
        }
        var number = NumberWords.at(texts, at);
        if (number.isPresent()) {
            int next = at + number.get().length();
            quantities.add(new Quantity(new Figure(number.get().amount(), unitAt(next)), following(next)));
            return next;
        }
        words.add(word(at));
        return at + 1;
    }

    private List<Word> following(int from) {
        var following = new ArrayList<Word>();
        for (int i = from; i < texts.size() && following.size() < FOLLOWING; i++) {
            var gap = gaps.get(i);
            if (!gap.isBlank() && !gap.equals("-") || texts.get(i).equals(Figures.MARK)) {
                break;
            }
            following.add(word(i));
        }
        return following;
    }

    private String unitAt(int index) {
        if (index >= texts.size()) {
            return "";
        }
        var next = texts.get(index);
        boolean perCent = next.equals("per")
                && index + 1 < texts.size()
                && texts.get(index + 1).equals("cent");
        if (perCent || next.equalsIgnoreCase("percent")) {
            return Figure.SHARE;
        }
        return CURRENCY.matcher(next).matches() ? Figures.currency(next) : "";
    }

    /** "Ferrocraft's" is "Ferrocraft", "we'd" is "we"; "don't" stays whole because it turns a sentence round. */
    private Word word(int index) {
        var text = texts.get(index);
        int mark = text.indexOf('\'');
        var base = mark < 0 || text.endsWith("n't") ? text : text.substring(0, mark);
        var gap = gaps.get(index);
        boolean opening = index == 0 ? gap.isBlank() : gap.chars().anyMatch(c -> ".!?:\n".indexOf(c) >= 0);
        return new Word(base, Stem.of(base), opening);
    }
}
