package io.outrider.messaging.ground;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Splits a text into words and figures, in reading order. */
final class WordScan {

    private static final int FOLLOWING = 3;

    private final Tokens tokens;
    private final List<Word> words = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();

    WordScan(String rest, List<Figure> figures) {
        tokens = Tokens.of(rest);
        var inDigits = figures.iterator();
        for (int i = 0; i < tokens.count(); ) {
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
        if (tokens.isMark(at)) {
            quantities.add(new Quantity(inDigits.next(), following(at + 1)));
            return at + 1;
        }
        var number = NumberWords.at(tokens.lowers(), at);
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
        for (int i = from; i < tokens.count() && following.size() < FOLLOWING; i++) {
            if (!tokens.adjoins(i) || tokens.isMark(i)) {
                break;
            }
            following.add(word(i));
        }
        return following;
    }

    private String unitAt(int index) {
        if (index >= tokens.count()) {
            return "";
        }
        boolean perCent = tokens.text(index).equals("per")
                && index + 1 < tokens.count()
                && tokens.text(index + 1).equals("cent");
        var lower = tokens.lowers().get(index);
        return switch (lower) {
            case "percent" -> Figure.SHARE;
            case "dollar", "dollars", "euro", "euros", "pound", "pounds" -> Figures.currency(lower);
            default -> perCent ? Figure.SHARE : "";
        };
    }

    /** "Ferrocraft's" is "Ferrocraft", "we'd" is "we"; "don't" stays whole because it turns a sentence round. */
    private Word word(int index) {
        var text = tokens.text(index);
        var lower = tokens.lowers().get(index);
        int mark = text.indexOf('\'');
        if (mark < 0 || text.endsWith("n't")) {
            return Word.of(text, lower, tokens.opens(index));
        }
        var base = text.substring(0, mark);
        return Word.of(base, base.toLowerCase(Locale.ROOT), tokens.opens(index));
    }
}
