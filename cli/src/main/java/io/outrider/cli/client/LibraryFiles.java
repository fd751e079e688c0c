package io.outrider.cli.client;

import io.outrider.cli.output.CliFailure;
import io.outrider.library.v1.ApplyRequest;
import io.outrider.library.v1.LibraryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** YAML files of a library, as a request. */
public final class LibraryFiles {

    private LibraryFiles() {}

    /** @param paths files, or directories of which every `.yaml` and `.yml` file is meant */
    public static ApplyRequest request(List<Path> paths, boolean validateOnly) {
        var request = ApplyRequest.newBuilder()
                .setRequestId("cli-" + UUID.randomUUID())
                .setValidateOnly(validateOnly);
        paths.stream().flatMap(LibraryFiles::files).map(LibraryFiles::file).forEach(request::addFiles);
        if (request.getFilesCount() == 0) {
            throw new CliFailure("There is no YAML file in " + paths);
        }
        return request.build();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var entries = Files.list(path)) {
            return entries.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static LibraryFile file(Path path) {
        try {
            return LibraryFile.newBuilder()
                    .setName(path.getFileName().toString())
                    .setContent(Files.readString(path))
                    .build();
        } catch (CharacterCodingException e) {
            throw new CliFailure(path + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new CliFailure("There is no file " + path + " that can be read", e);
        }
    }
}
