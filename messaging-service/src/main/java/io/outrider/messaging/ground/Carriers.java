package io.outrider.messaging.ground;

import java.util.List;

/**
 * The sources that a sentence cites, and whether they carry it.
 *
 * @param sources what figures, quotations and names must stand in
 * @param wording further texts that may lend lower-case words and nothing else
 */
record Carriers(List<Source> sources, List<Source> wording, Known known) {

    /** What nothing carries, in words for a reviewer; empty where the sources carry it all. */
    String problem(Reading reading) {
        for (var quote : reading.quotes()) {
            if (sources.stream().noneMatch(source -> source.quotes(quote))) {
                return "no cited source says \"" + quote + "\"";
            }
        }
        for (var quantity : reading.quantities()) {
            if (sources.stream().noneMatch(source -> carries(source, quantity))) {
                return "no cited source states " + spoken(quantity);
            }
        }
        boolean question = Forms.isQuestion(reading.plain());
        for (var word : reading.words()) {
            if (!carries(word, question)) {
                return "no cited source says \"" + word.text() + "\"";
            }
        }
        return "";
    }

    /** True where the source adds something to the sentence that would not be in it otherwise. */
    boolean contributes(Source source, Reading reading) {
        return reading.quotes().stream().anyMatch(source::quotes)
                || reading.quantities().stream().anyMatch(quantity -> source.states(quantity.figure()))
                || reading.words().stream()
                        .anyMatch(word -> !isFree(word) && (source.says(word) || source.names(word)));
    }

    private boolean isFree(Word word) {
        return isPlainNeutral(word) || known.parties().names(word);
    }

    /** The figure must stand in the source, and count there what it counts here: 240 employees are not 240 customers. */
    private boolean carries(Source source, Quantity quantity) {
        if (!source.states(quantity.figure())) {
            return false;
        }
        return quantity.following().stream()
                .filter(word -> !isFree(word))
                .findFirst()
                .map(counted -> source.says(counted) || source.names(counted))
                .orElse(true);
    }

    private boolean carries(Word word, boolean question) {
        if (isPlainNeutral(word) || known.parties().names(word)) {
            return true;
        }
        if (word.isForeign() || Source.isCalendar(word) || word.looksLikeName() && !word.opening()) {
            return sources.stream().anyMatch(source -> source.names(word));
        }
        return sources.stream().anyMatch(source -> source.says(word))
                || wording.stream().anyMatch(source -> source.says(word))
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
