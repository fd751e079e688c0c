package io.outrider.messaging.ground;

import java.util.List;
import java.util.function.Predicate;

/** Sources that a sentence may be made of together, and whether they carry it. */
record Carriers(List<Source> sources, Side side, Known known) {

    /** What the sources do not carry, in words for a reviewer; empty where they carry it all. */
    String problem(Reading reading, boolean question) {
        for (var quote : reading.quotes()) {
            if (!anySource(source -> source.quotes(quote))) {
                return "no cited source says \"" + quote + "\"";
            }
        }
        for (var quantity : reading.quantities()) {
            if (!anySource(source -> carries(source, quantity, question))) {
                return "no cited source states " + spoken(quantity);
            }
        }
        for (var word : reading.words()) {
            if (!carries(word, question)) {
                return "no cited source says \"" + word.text() + "\"";
            }
        }
        return "";
    }

    /** True where the sources add something to the sentence that would not be in it otherwise. */
    boolean contribute(Reading reading, boolean question) {
        return anySource(source -> contributes(source, reading, question));
    }

    boolean contributes(Source source, Reading reading, boolean question) {
        for (var quote : reading.quotes()) {
            if (source.quotes(quote)) {
                return true;
            }
        }
        for (var quantity : reading.quantities()) {
            if (source.states(quantity.figure())) {
                return true;
            }
        }
        for (var word : reading.words()) {
            if ((source.says(word) || source.names(word)) && !isFree(word, question)) {
                return true;
            }
        }
        return false;
    }

    private boolean anySource(Predicate<Source> test) {
        for (var source : sources) {
            if (test.test(source)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(Word word, boolean question) {
        boolean asked = question && (WordList.isAsking(word) || known.parties().names(word));
        return isPlainNeutral(word) || asked || known.parties(side).names(word);
    }

    /** The figure must stand in the source, and count there what it counts here: 240 employees are not 240 customers. */
    private boolean carries(Source source, Quantity quantity, boolean question) {
        if (!source.states(quantity.figure())) {
            return false;
        }
        for (var counted : quantity.following()) {
            if (!isFree(counted, question)) {
                return source.says(counted) || source.names(counted);
            }
        }
        return true;
    }

    private boolean carries(Word word, boolean question) {
        if (side.turnsAround(word)) {
            return question && side == Side.READER;
        }
        if (isFree(word, question)) {
            return true;
        }
        if (word.isForeign() || Source.isCalendar(word) || word.looksLikeName() && !word.opening()) {
            return anySource(source -> source.names(word));
        }
        return anySource(source -> source.says(word))
                || question && known.library().says(word);
    }

    /** A capital in the middle of a sentence makes a name of a neutral word. */
    static boolean isPlainNeutral(Word word) {
        boolean plain = word.opening() || !word.looksLikeName() || word.text().equals("I");
        return plain && WordList.isNeutral(word);
    }

    private static String spoken(Quantity quantity) {
        var figure = quantity.figure();
        var words = new StringBuilder(figure.amount().toPlainString());
        words.append(figure.isPlain() ? "" : " " + figure.unit());
        quantity.following().forEach(word -> words.append(' ').append(word.text()));
        return "\"" + words + "\"";
    }
}
