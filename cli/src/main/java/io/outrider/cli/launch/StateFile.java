package io.outrider.cli.launch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.outrider.cli.keys.SecretFiles;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps {@link SystemState} on disk. Whoever changes it holds the lock, which ends with its process. */
final class StateFile {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /** A file lock is the process's; this one is the thread's. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path file;
    private final Path lock;

    StateFile(DataDir data) {
        this.file = data.state();
        this.lock = data.lock();
    }

    Optional<SystemState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(GSON.fromJson(SecretFiles.read(file), SystemState.class));
        } catch (JsonParseException e) {
            throw new CliFailure(file + " cannot be read; delete it if nothing of Outrider runs", e);
        }
    }

    void write(SystemState state) {
        SecretFiles.write(file, GSON.toJson(state));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its turn. */
    <T> T locked(Supplier<T> action) {
        HERE.lock();
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return action.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HERE.unlock();
        }
    }
}
