package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The project's directory, with what the build made. */
public record Installation(Path home) {

    /** Where the script `outrider` stands; it says so in a system property. */
    public static Installation ofProcess() {
        return new Installation(Path.of(System.getProperty("outrider.home", ""))
                .toAbsolutePath()
                .normalize());
    }

    /** The program and its arguments up to the part's own. Prefers a native executable where one was built. */
    List<String> command(Part part, List<String> flags) {
        return nativeRunner(part).map(runner -> List.of(runner.toString())).orElseGet(() -> java(flags, jar(part)));
    }

    /** A program of a service's own jar, which runs without the service. */
    public List<String> program(Part part, String mainClass, List<String> arguments) {
        var application = jar(part).resolveSibling("app");
        var libraries = jar(part).resolveSibling("lib");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "--sun-misc-unsafe-memory-access=allow", "-cp"));
        command.add(application + "/*:" + libraries + "/main/*:" + libraries + "/boot/*");
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    public Path samples() {
        return home.resolve("samples");
    }

    /** Where PostgreSQL is unpacked, for every data directory. */
    Path programs() {
        return home.resolve(".outrider/programs");
    }

    private static List<String> java(List<String> flags, Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    private Optional<Path> nativeRunner(Part part) {
        return part.isService() ? find(target(part), "*-runner") : Optional.empty();
    }

    private Path jar(Part part) {
        var jar = part.isService()
                ? target(part).resolve("quarkus-app/quarkus-run.jar")
                : find(target(part), "sandbox-*.jar").orElse(target(part).resolve("sandbox.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new CliFailure(part.label() + " is not built: there is no " + jar);
        }
        return jar;
    }

    private Path target(Part part) {
        return home.resolve(part.isService() ? part.label() + "-service" : part.label())
                .resolve("target");
    }

    private static Optional<Path> find(Path directory, String pattern) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(
                directory,
                file -> directory
                                .getFileSystem()
                                .getPathMatcher("glob:" + pattern)
                                .matches(file.getFileName())
                        && !file.toString().endsWith("-sources.jar")
                        && !file.toString().endsWith("-tests.jar"))) {
            for (var file : files) {
                return Optional.of(file);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
