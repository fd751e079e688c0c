package io.outrider.review.tool;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.outrider.review.audit.ChainWalk;
import io.outrider.review.audit.Problem;
import io.outrider.review.audit.Sealed;
import io.outrider.review.grant.GateKeys;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.v1.AuditCheckpoint;
import io.outrider.review.v1.AuditEvent;
import io.outrider.review.wire.AuditWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Checks what `outrider audit export` wrote, without the service and its database. Arguments: the directory, then a checkpoint
 * that was kept elsewhere or "-", then a JWK set that was kept elsewhere or "-" for the export's own. Exit code 0 where all holds,
 * 1 where it does not.
 */
public final class VerifyExport {

    private final Path directory;

    VerifyExport(Path directory) {
        this.directory = directory;
    }

    public static void main(String... arguments) throws IOException {
        var export = new VerifyExport(Path.of(arguments[0]));
        var finding = export.check(file(arguments[1]), file(arguments[2]));
        finding.problem()
                .ifPresentOrElse(
                        problem -> System.out.println("broken at event " + problem.number() + ": " + problem.text()),
                        () -> System.out.println("intact: " + finding.checked() + " events"));
        System.exit(finding.problem().isEmpty() ? 0 : 1);
    }

    private static Optional<Path> file(String argument) {
        return argument.equals("-") ? Optional.empty() : Optional.of(Path.of(argument));
    }

    /** The export's own checkpoint holds its end; the one that was kept must be somewhere in it. */
    Finding check(Optional<Path> checkpoint, Optional<Path> keys) throws IOException {
        var known = GateKeys.of(Files.readString(keys.orElse(directory.resolve("keys.json"))));
        var end = checkpoint(directory.resolve("checkpoint.json"));
        var kept = checkpoint.isPresent() ? checkpoint(checkpoint.get()) : end;
        for (var sealed : java.util.List.of(end, kept)) {
            var signed = known.open(sealed.jws(), GrantSigner.CHECKPOINT);
            if (!signed.equals(Optional.of(sealed.checkpoint().text()))) {
                return new Finding(
                        0,
                        Optional.of(new Problem(
                                sealed.checkpoint().count(), "A checkpoint is not signed by one of the known keys")));
            }
        }
        if (!kept.checkpoint().workspace().equals(end.checkpoint().workspace())) {
            return new Finding(0, Optional.of(new Problem(0, "The checkpoint is another workspace's")));
        }
        return walk(end, kept);
    }

    private Finding walk(Sealed end, Sealed kept) throws IOException {
        var walk = new ChainWalk(end.checkpoint().workspace(), kept.checkpoint());
        try (var lines = Files.newBufferedReader(directory.resolve("events.jsonl"))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!walk.step(
                        AuditWire.toDomain(read(line, AuditEvent.newBuilder()).build()))) {
                    break;
                }
            }
            walk.end(
                    end.checkpoint().count(),
                    HexFormat.of().parseHex(end.checkpoint().hash()));
            return new Finding(walk.checked(), walk.problem());
        } catch (IllegalArgumentException e) {
            return new Finding(
                    walk.checked(), Optional.of(new Problem(walk.checked() + 1, String.valueOf(e.getMessage()))));
        }
    }

    private static Sealed checkpoint(Path file) throws IOException {
        return AuditWire.toDomain(
                read(Files.readString(file), AuditCheckpoint.newBuilder()).build());
    }

    private static <B extends Message.Builder> B read(String json, B builder) {
        try {
            JsonFormat.parser().merge(json, builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Not an exported event: " + e.getMessage(), e);
        }
    }

    /** @param problem the first that was found */
    record Finding(long checked, Optional<Problem> problem) {}
}
