package io.outrider.cli.e2e;

import io.outrider.cli.client.Address;
import io.outrider.cli.client.Http;
import io.outrider.cli.client.LibraryFiles;
import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.client.Session;
import io.outrider.cli.demo.EffectCheck;
import io.outrider.cli.demo.Grants;
import io.outrider.cli.demo.SandboxDoor;
import io.outrider.cli.demo.Settled;
import io.outrider.cli.keys.Tokens;
import io.outrider.cli.launch.DataDir;
import io.outrider.cli.launch.Installation;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.PartState;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.launch.UpOptions;
import io.outrider.orchestrator.v1.Run;
import io.outrider.review.v1.ListReviewItemsRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything on free ports and an empty data directory, as `outrider up --sandbox` starts it. */
final class RunningSystem implements AutoCloseable {

    private static final Duration SETTLING = Duration.ofSeconds(120);

    private final DataDir data;
    private final Launcher launcher;
    private final SystemState state;
    private final Session session;

    RunningSystem(Path root) {
        data = new DataDir(root);
        launcher = new Launcher(Installation.ofProcess(), data, System.out::println);
        state = launcher.up(new UpOptions(EnumSet.allOf(Part.class), 0, "PT0.01S"));
        session = sessionWith(data.keys().tokens());
        session.library("author")
                .apply(LibraryFiles.request(
                        List.of(Installation.ofProcess().samples().resolve("library")), false));
    }

    private Session sessionWith(Tokens tokens) {
        return new Session(
                this::address, role -> tokens.mint(role + "@localhost", "default", List.of(role), Duration.ofHours(1)));
    }

    /** A session whose every call carries this token. */
    Session sessionWith(String token) {
        return new Session(this::address, role -> token);
    }

    /** A session whose orchestrator is another replica. */
    Session sessionAt(PartState replica) {
        var tokens = data.keys().tokens();
        return new Session(
                part -> part == Part.ORCHESTRATOR ? new Address("127.0.0.1", replica.grpcPort(), false) : address(part),
                role -> tokens.mint(role + "@localhost", "default", List.of(role), Duration.ofHours(1)));
    }

    /** Asks the sandbox something, for example what goes wrong there. */
    void outside(String method, String path, String body) {
        var uri = URI.create("http://127.0.0.1:" + state.part(Part.SANDBOX).httpPort() + path);
        try (var http = Http.open()) {
            var request =
                    Http.to(uri).method(method, BodyPublishers.ofString(body)).build();
            if (http.send(request, BodyHandlers.discarding()).statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + " was refused");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Session session() {
        return session;
    }

    Launcher launcher() {
        return launcher;
    }

    /** The CLI as a process of its own, on this system. */
    Cli.Outcome cli(String... arguments) throws IOException, InterruptedException {
        return Cli.run(data.root(), arguments);
    }

    Process startCli(Path out, Path err, String... arguments) throws IOException {
        return Cli.start(data.root(), out, err, arguments);
    }

    /** Ends a part as a crash would. */
    void kill(Part part) {
        var pid = launcher.state().orElseThrow().part(part).pid();
        if (pid == null) {
            throw new IllegalStateException(part + " never ran");
        }
        pid.kill();
    }

    /** Accepts what waits for these runs. @return the items decided */
    Set<String> acceptAll(List<String> runIds) {
        var queue = new ReviewQueue(session);
        var decided = new HashSet<String>();
        for (var runId : runIds) {
            for (var item : queue.list(
                    ListReviewItemsRequest.newBuilder().setRunId(runId).build())) {
                queue.accept(queue.get(item.getId()), "e2e");
                decided.add(item.getId());
            }
        }
        return decided;
    }

    List<Run> settle(List<String> runIds, Set<String> decided) {
        return new Settled(session).await(runIds, decided, SETTLING);
    }

    /** Over all runs of the test so far: what arrived against what was granted. */
    EffectCheck check(List<Run> runs) {
        return EffectCheck.of(
                runs,
                new Grants(new ReviewQueue(session)).of(runs),
                new SandboxDoor(state.part(Part.SANDBOX).httpPort()).effects());
    }

    @Override
    public void close() {
        session.close();
        launcher.down();
    }

    private Address address(Part part) {
        return new Address("127.0.0.1", state.part(part).grpcPort(), false);
    }
}
