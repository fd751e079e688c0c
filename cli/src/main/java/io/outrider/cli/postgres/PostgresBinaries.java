package io.outrider.cli.postgres;

import io.outrider.cli.output.CliFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL itself, from the jar that carries it for this machine, unpacked once. */
final class PostgresBinaries {

    /** Part of the directory's name, so that a newer PostgreSQL is unpacked beside an older one. */
    private static final String VERSION = "18.4.0";

    private PostgresBinaries() {}

    /** @return the installation, with `bin` in it */
    static Path unpack(Path parent) {
        var installation = parent.resolve("postgres-" + VERSION);
        if (Files.isDirectory(installation)) {
            return installation;
        }
        try (var archive = archive()) {
            Files.createDirectories(parent);
            var unfinished = Files.createTempDirectory(parent, "unpacking");
            extract(archive, unfinished);
            return move(unfinished, installation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT).replace("amd64", "x86_64");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new CliFailure(
                    "There is no PostgreSQL " + VERSION + " for " + system + " on " + machine + " here", e);
        }
    }

    private static void extract(InputStream archive, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("the archive holds a path outside itself: " + entry.getName());
                }
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }

    /** Another `outrider` may have been quicker; its copy is as good. */
    private static Path move(Path unfinished, Path installation) throws IOException {
        try {
            return Files.move(unfinished, installation, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(installation)) {
                return installation;
            }
            throw e;
        }
    }
}
