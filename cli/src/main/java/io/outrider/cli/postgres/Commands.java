package io.outrider.cli.postgres;

import io.outrider.cli.output.CliFailure;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs. As root it borrows another user by `unshare`, for PostgreSQL refuses root. */
final class Commands {

    private static final long LIMIT_SECONDS = 120;

    private final Path bin;

    Commands(Path installation) {
        this.bin = installation.resolve("bin");
    }

    /** @return the exit code and all that was printed */
    Outcome run(String program, List<String> arguments) {
        var line = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(bin.resolve(program).toString());
        line.addAll(arguments);
        try {
            return run(line);
        } catch (IOException e) {
            throw new CliFailure("PostgreSQL's " + program + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while PostgreSQL's " + program + " ran", e);
        }
    }

    /** A file takes the output: a started server would keep a pipe open for ever. */
    private static Outcome run(List<String> line) throws IOException, InterruptedException {
        var output = java.nio.file.Files.createTempFile("outrider-postgres", ".log");
        try {
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CliFailure(String.join(" ", line) + " did not end within " + LIMIT_SECONDS + " s");
            }
            return new Outcome(
                    process.exitValue(),
                    new String(java.nio.file.Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
        } finally {
            java.nio.file.Files.deleteIfExists(output);
        }
    }

    record Outcome(int exitCode, String output) {

        boolean ok() {
            return exitCode == 0;
        }
    }
}
