package io.outrider.messaging.ground;

import java.util.List;

/** A subject line may only name and count what the message under it rests on. Its capitals may be a headline's. */
record SubjectRule(Known known, List<Source> sources) {

    String problem(Reading subject) {
        for (var quote : subject.quotes()) {
            if (sources.stream().noneMatch(source -> source.quotes(quote))
                    && !known.library().quotes(quote)) {
                return "nothing in the message says \"" + quote + "\"";
            }
        }
        for (var quantity : subject.quantities()) {
            if (sources.stream().noneMatch(source -> source.states(quantity.figure()))) {
                return "no source of the message states "
                        + quantity.figure().amount().toPlainString()
                        + quantity.figure().unit();
            }
        }
        return subject.words().stream()
                .filter(this::couldBeFalse)
                .findFirst()
                .map(word -> "nothing in the message says \"" + word.text() + "\"")
                .orElse("");
    }

    private boolean couldBeFalse(Word word) {
        if (known.names(word) || known.library().says(word)) {
            return false;
        }
        boolean checked = word.isForeign()
                || WordList.isWeighty(word)
                || word.looksLikeName() && !WordList.isNeutral(word) && !WordList.ASKING.contains(word.stem());
        return checked && sources.stream().noneMatch(source -> source.names(word) || source.says(word));
    }
}
