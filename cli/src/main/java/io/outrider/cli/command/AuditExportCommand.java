package io.outrider.cli.command;

import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.outrider.cli.output.CliFailure;
import io.outrider.review.v1.ExportAuditRequest;
import io.outrider.review.v1.ExportAuditResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes the whole chain, a signed checkpoint and the gate's public keys into a directory.")
final class AuditExportCommand implements Callable<Integer> {

    private static final JsonFormat.Printer LINE = JsonFormat.printer().omittingInsignificantWhitespace();

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "DIR", description = "made where it is missing; must hold no export yet")
    Path directory = Path.of("");

    @Override
    public Integer call() {
        try (var session = common.session()) {
            Files.createDirectories(directory);
            var parts = session.audit("operator").exportAudit(ExportAuditRequest.getDefaultInstance());
            var end = ExportAuditResponse.getDefaultInstance();
            try (var events = open("events.jsonl")) {
                while (parts.hasNext()) {
                    end = parts.next();
                    for (var event : end.getEventsList()) {
                        print(events, event);
                    }
                }
            }
            if (!end.hasCheckpoint()) {
                throw new CliFailure("The export ended without its checkpoint: try again");
            }
            try (var checkpoint = open("checkpoint.json");
                    var keys = open("keys.json")) {
                print(checkpoint, end.getCheckpoint());
                keys.write(end.getKeys());
            }
            common.terminal()
                    .print(end.getCheckpoint().getCount() + " events in " + directory
                            + "; keep its checkpoint.json and keys.json where nobody of this system can write");
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new CliFailure(e.getFile() + " is there already: name an empty directory", e);
        } catch (IOException e) {
            throw new CliFailure("Cannot write into " + directory + ": " + e.getMessage(), e);
        }
    }

    private Writer open(String name) throws IOException {
        return Files.newBufferedWriter(directory.resolve(name), StandardOpenOption.CREATE_NEW);
    }

    private static void print(Writer file, MessageOrBuilder message) throws IOException {
        LINE.appendTo(message, file);
        file.write('\n');
    }
}
