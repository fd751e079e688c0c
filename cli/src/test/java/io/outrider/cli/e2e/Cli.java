package io.outrider.cli.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged CLI, run as a person runs it. */
final class Cli {

    private Cli() {}

    record Outcome(int exitCode, String out, String err) {}

    static Process start(Path data, Path out, Path err, String... arguments) throws IOException {
        var home = Path.of(System.getProperty("outrider.home")).toAbsolutePath().normalize();
        var line = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Doutrider.home=" + home,
                "-jar",
                home.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar").toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    static Outcome run(Path data, String... arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile("cli", ".out");
        var err = Files.createTempFile("cli", ".err");
        try {
            return end(start(data, out, err, arguments), out, err);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    static Outcome end(Process process, Path out, Path err) throws IOException, InterruptedException {
        var exitCode = process.waitFor();
        return new Outcome(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
