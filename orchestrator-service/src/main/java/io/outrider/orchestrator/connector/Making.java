package io.outrider.orchestrator.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * Lets one effect at a time make a record that a provider would make twice, and remembers what was made: the provider's
 * index knows it only later. Of one provider, for all replicas.
 */
public interface Making {

    /** What a record is known by, for example a company by its domain. */
    record Key(String type, String value) {}

    /** What came of asking for the turn. */
    sealed interface Turn {

        /** Ours: to be ended by {@link #made} or {@link #left}. */
        record Ours() implements Turn {}

        /** It was made before. */
        record Made(String id) implements Turn {}

        /** Another is making it, or nobody can say now. Nothing may be made. */
        record Wait(Duration time, String reason) implements Turn {}
    }

    /** @param by the idempotency key of the effect: the same effect has its turn again */
    Turn take(Key key, String by);

    void made(Key key, String by, String id);

    /** Provably nothing was made. Whoever does not know says nothing: the turn ends by itself. */
    void left(Key key, String by);

    /** The record that was made is not there any more. */
    void gone(Key key, String id);

    /** The id of what was made, where it is known. */
    Optional<String> find(Key key);

    /** The same for every provider. */
    interface Shared {

        /** @param provider with its credential, as {@link Limits} knows it */
        Making at(String provider);
    }
}
