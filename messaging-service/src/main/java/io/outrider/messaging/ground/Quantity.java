package io.outrider.messaging.ground;

import java.util.List;

/**
 * A figure in its place.
 *
 * @param following the words after it up to the next punctuation mark, at most three: what the figure counts
 */
record Quantity(Figure figure, List<Word> following) {}
