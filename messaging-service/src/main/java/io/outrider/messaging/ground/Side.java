package io.outrider.messaging.ground;

import java.util.Set;

/** Of whom a cited source speaks: what a claim says of the reader's company must not be told of the sender's. */
enum Side {
    /** Claims of the brief. */
    READER(Set.of("we", "us", "our", "ours", "ourselves")),
    /** Proof points of the library. */
    SENDER(Set.of("you", "your", "yours", "yourself", "yourselves"));

    private final Set<String> othersPronouns;

    Side(Set<String> othersPronouns) {
        this.othersPronouns = othersPronouns;
    }

    /** True for "our" in a sentence about the reader, and for "your" in one about the sender. */
    boolean turnsAround(Word word) {
        return othersPronouns.contains(word.lower());
    }
}
