package io.outrider.cli.command;

import io.outrider.cli.client.LibraryFiles;
import io.outrider.cli.output.Json;
import io.outrider.library.v1.GetRequest;
import io.outrider.library.v1.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "library", description = "The customer's own knowledge, in numbered revisions.")
final class LibraryCommand {

    @Command(name = "apply", description = "Checks YAML files and makes them the newest revision.")
    int apply(
            @Mixin Common common,
            @Option(names = "--check", description = "check only") boolean check,
            @Parameters(paramLabel = "DIR|FILE", arity = "1..*") List<Path> paths) {
        try (var session = common.session()) {
            var answer = session.library("author").apply(LibraryFiles.request(paths, check));
            if (common.json) {
                common.terminal().print(Json.of(answer));
            } else if (check) {
                common.terminal().print("sound");
            } else {
                common.terminal().print(line(answer.getRevision()) + (answer.getUnchanged() ? " (unchanged)" : ""));
            }
        }
        return 0;
    }

    @Command(name = "get", description = "Prints a revision.")
    int get(
            @Mixin Common common,
            @Option(names = "--revision", paramLabel = "N", defaultValue = "0", description = "default: the newest")
                    long revision) {
        try (var session = common.session()) {
            var answer = session.library("viewer")
                    .get(GetRequest.newBuilder().setRevision(revision).build());
            if (!common.json) {
                common.terminal().note(line(answer.getRevision()));
            }
            common.terminal().print(common.json ? Json.of(answer) : Json.of(answer.getLibrary()));
        }
        return 0;
    }

    private static String line(Revision revision) {
        return "revision " + revision.getNumber() + ": " + new TreeMap<>(revision.getCountsMap());
    }
}
