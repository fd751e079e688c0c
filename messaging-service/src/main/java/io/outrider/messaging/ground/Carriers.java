package io.outrider.messaging.ground;

import java.util.List;

/** Sources that a sentence may be made of together, and whether they carry it. */
record Carriers(List<Source> sources, Side side, Known known) {

    /** What the sources do not carry, in words for a reviewer; empty where they carry it all. */
    String problem(Reading reading, boolean question) {
        for (var quote : reading.quotes()) {
            if (sources.stream().noneMatch(source -> source.quotes(quote))) {
                return "no cited source says \"" + quote + "\"";
            }
        }
        for (var quantity : reading.quantities()) {
            if (sources.stream().noneMatch(source -> carries(source, quantity, question))) {
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
        return sources.stream().anyMatch(source -> contributes(source, reading, question));
    }

    boolean contributes(Source source, Reading reading, boolean question) {
        return reading.quotes().stream().anyMatch(source::quotes)
                || reading.quantities().stream().anyMatch(quantity -> source.states(quantity.figure()))
                || reading.words().stream()
                        .anyMatch(word -> !isFree(word, question) && (source.says(word) || source.names(word)));
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
        return quantity.following().stream()
                .filter(word -> !isFree(word, question))
                .findFirst()
                .map(counted -> source.says(counted) || source.names(counted))
                .orElse(true);
    }

    private boolean carries(Word word, boolean question) {
        if (side.turnsAround(word)) {
            return question && side == Side.READER;
        }
        if (isFree(word, question)) {
            return true;
        }
        if (word.isForeign() || Source.isCalendar(word) || word.looksLikeName() && !word.opening()) {
            return sources.stream().anyMatch(source -> source.names(word));
        }
        return sources.stream().anyMatch(source -> source.says(word))
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
