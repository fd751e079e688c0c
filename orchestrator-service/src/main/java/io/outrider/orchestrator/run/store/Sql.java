package io.outrider.orchestrator.run.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements are files: reviewed, highlighted and explained like any other source. */
public final class Sql {

    private Sql() {}

    /** @param name of a file {@code /sql/<name>.sql} */
    public static String read(String name) {
        var path = "/sql/" + name + ".sql";
        try (var file = Sql.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
