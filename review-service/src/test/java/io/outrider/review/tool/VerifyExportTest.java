package io.outrider.review.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.outrider.kit.test.TestGrants;
import io.outrider.review.audit.Checkpoint;
import io.outrider.review.audit.Entry;
import io.outrider.review.audit.ExportAudit.Part;
import io.outrider.review.audit.Link;
import io.outrider.review.audit.Sealed;
import io.outrider.review.grant.GrantSigner;
import io.outrider.review.wire.AuditWire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `outrider audit export` wrote, checked without the service: intact, and after each thing that somebody could do to it. */
class VerifyExportTest {

    private static final Instant T = Instant.parse("2026-11-01T12:00:00Z");
    private static final JsonFormat.Printer LINE = JsonFormat.printer().omittingInsignificantWhitespace();

    private final TestGrants gate = new TestGrants("gate-1");

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private byte[] head = Link.ROOT;

    @BeforeEach
    void export() throws IOException {
        export(directory, 20, "acme", gate);
    }

    @Test
    void findsNothingInAnExportAsItWasMade() throws IOException {
        assertThat(check().checked()).isEqualTo(20);
        assertThat(check().problem()).isEmpty();
    }

    @Test
    void findsWhichEventWasEdited() throws IOException {
        lines(line -> line.contains("\"number\":\"7\"") ? line.replace("rhea", "rob") : line);

        assertThat(bad(Optional.empty(), Optional.empty())).isEqualTo(7);
    }

    @Test
    void findsWhichEventIsMissingAndACutTail() throws IOException {
        lines(line -> line.contains("\"number\":\"7\"") ? "" : line);
        assertThat(bad(Optional.empty(), Optional.empty())).isEqualTo(7);

        export(directory, 20, "acme", gate);
        lines(line -> line.contains("\"number\":\"20\"") ? "" : line);
        assertThat(bad(Optional.empty(), Optional.empty())).isEqualTo(20);
    }

    @Test
    void tellsWhatIsNoEvent() throws IOException {
        lines(line -> line.contains("\"number\":\"7\"") ? "{\"number\":" : line);

        assertThat(bad(Optional.empty(), Optional.empty())).isEqualTo(7);
        assertThat(check().problem().orElseThrow().text()).contains("Not an exported event");
    }

    @Test
    void findsACheckpointThatSaysSomethingElseThanWasSigned() throws IOException {
        var file = directory.resolve("checkpoint.json");
        Files.writeString(file, Files.readString(file).replace("\"count\":\"20\"", "\"count\":\"19\""));

        assertThat(check().problem().orElseThrow().text()).contains("not signed");
    }

    /** Everything in the directory is the forger's own: only what was kept elsewhere tells. */
    @Test
    void findsAFullRestampByWhatWasKept() throws IOException {
        export(elsewhere, 10, "acme", gate);
        var checkpoint = Optional.of(elsewhere.resolve("checkpoint.json"));
        var keys = Optional.of(elsewhere.resolve("keys.json"));
        assertThat(new VerifyExport(directory).check(checkpoint, keys).problem())
                .isEmpty();

        var forger = new TestGrants("gate-1");
        export(directory, 20, "acme", forger);
        assertThat(check().problem()).isEmpty();
        assertThat(new VerifyExport(directory).check(Optional.empty(), keys).problem())
                .isPresent();

        export(directory, 20, "acme", gate, "mallory");
        assertThat(check().problem()).isEmpty();
        assertThat(bad(checkpoint, keys)).isEqualTo(10);
    }

    @Test
    void findsAnotherWorkspacesCheckpoint() throws IOException {
        export(elsewhere, 10, "other", gate);

        assertThat(new VerifyExport(directory)
                        .check(Optional.of(elsewhere.resolve("checkpoint.json")), Optional.empty())
                        .problem()
                        .orElseThrow()
                        .text())
                .contains("another workspace");
    }

    /** At the pace of a million in a minute, of the processor's time; the machine may be busy. Any number: -Doutrider.audit.entries=1000000. */
    @Test
    void checksAMillionInAMinute() throws IOException {
        int entries = Integer.getInteger("outrider.audit.entries", 50_000);
        export(directory, entries, "acme", gate);
        var time = ManagementFactory.getThreadMXBean();

        var began = time.getCurrentThreadCpuTime();
        var finding = check();
        var took = Duration.ofNanos(time.getCurrentThreadCpuTime() - began);

        System.out.printf("%,d audit events checked in %d ms of one processor%n", finding.checked(), took.toMillis());
        assertThat(finding.problem()).isEmpty();
        assertThat(finding.checked()).isEqualTo(entries);
        assertThat(took).isLessThan(Duration.ofMinutes(1).multipliedBy(entries).dividedBy(1_000_000));
    }

    private VerifyExport.Finding check() throws IOException {
        return new VerifyExport(directory).check(Optional.empty(), Optional.empty());
    }

    private long bad(Optional<Path> checkpoint, Optional<Path> keys) throws IOException {
        return new VerifyExport(directory)
                .check(checkpoint, keys)
                .problem()
                .orElseThrow()
                .number();
    }

    private void lines(UnaryOperator<String> change) throws IOException {
        var file = directory.resolve("events.jsonl");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .map(change)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private void export(Path into, int events, String workspace, TestGrants signer) throws IOException {
        export(into, events, workspace, signer, "rhea");
    }

    private void export(Path into, int events, String workspace, TestGrants signer, String actor) throws IOException {
        head = Link.ROOT;
        try (var file = Files.newBufferedWriter(into.resolve("events.jsonl"))) {
            for (int i = 1; i <= events; i++) {
                var link = next(i, workspace, actor);
                LINE.appendTo(AuditWire.toWire(new Part.Links(List.of(link))).getEvents(0), file);
                file.write('\n');
            }
        }
        var checkpoint = new Checkpoint(workspace, events, HexFormat.of().formatHex(head), T.plusSeconds(events));
        var jws = signer.sign(checkpoint.text(), header -> header.setHeader("typ", GrantSigner.CHECKPOINT));
        var end = AuditWire.toWire(new Part.End(new Sealed(checkpoint, jws), signer.jwks()));
        Files.writeString(into.resolve("checkpoint.json"), LINE.print(end.getCheckpoint()));
        Files.writeString(into.resolve("keys.json"), end.getKeys());
    }

    private Link next(int number, String workspace, String actor) {
        var entry = new Entry(
                T.plusSeconds(number),
                "DECIDED",
                actor,
                "itm_" + number,
                "{\"type\":\"ACCEPT\",\"state\":\"ACCEPTED\",\"version\":1,\"comment\":\"as good as it gets\"}");
        var link = new Link(number, entry, head, Link.hashOf(head, number, entry.content(workspace)));
        head = link.hash();
        return link;
    }
}
