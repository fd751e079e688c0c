package io.outrider.research.app;

import io.outrider.research.app.Requests.Stored;

/**
 * How answers are kept.
 *
 * @param <A> the answer on the wire
 */
public interface Codec<A> {

    Stored encode(Request request, A answer);

    /** Marks the answer as replayed. */
    A decode(Stored stored);
}
