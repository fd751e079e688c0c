package io.outrider.cli.launch;

import io.outrider.cli.keys.KeyRing;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Everything that outlives a start: databases, keys, logs, and what runs now. */
public record DataDir(Path root) {

    private static final long LEAST_FREE_MEBIBYTES = 512;

    public DataDir {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the directory where it is missing, and checks that there is room. */
    public void prepare() {
        try {
            Files.createDirectories(root);
            Files.createDirectories(logs());
            var free = Files.getFileStore(root).getUsableSpace() >> 20;
            if (free < LEAST_FREE_MEBIBYTES) {
                throw new CliFailure("The disk is full: only " + free + " MiB are free at " + root + ", "
                        + LEAST_FREE_MEBIBYTES + " MiB are needed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + root + " cannot be made", e);
        }
    }

    /** Forgets everything of earlier starts. Nothing may run on it. */
    public void wipe() {
        if (!Files.exists(root)) {
            return;
        }
        if (Files.exists(state())) {
            throw new CliFailure(root + " is in use, or what used it was killed: `outrider down --data " + root
                    + "` stops what is left of it");
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be emptied", e);
        }
    }

    public KeyRing keys() {
        return KeyRing.open(root.resolve("keys"));
    }

    public boolean hasKeys() {
        return Files.isDirectory(root.resolve("keys"));
    }

    Path secrets() {
        return root.resolve("keys");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    Path state() {
        return root.resolve("state.json");
    }

    Path lock() {
        return root.resolve("launcher.lock");
    }
}
