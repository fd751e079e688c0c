package io.outrider.orchestrator.connector;

import java.util.Optional;

/** For rehearsals: always has the turn, and remembers nothing. */
public final class Alone implements Making {

    @Override
    public Turn take(Key key, String by) {
        return new Turn.Ours();
    }

    @Override
    public void made(Key key, String by, String id) {}

    @Override
    public void left(Key key, String by) {}

    @Override
    public void gone(Key key, String id) {}

    @Override
    public Optional<String> find(Key key) {
        return Optional.empty();
    }
}
