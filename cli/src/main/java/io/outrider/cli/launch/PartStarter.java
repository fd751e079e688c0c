package io.outrider.cli.launch;

import io.outrider.cli.keys.SecretFiles;
import io.outrider.cli.postgres.Databases;
import io.outrider.cli.postgres.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one part as a process of its own, with its database, its addresses and its log. */
final class PartStarter {

    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** When all share two cores, who asks the door or decides an item goes before the agents' own work. */
    private static final List<String> YIELDING = List.of("nice", "-n", "10");

    private final Installation installation;
    private final DataDir data;

    PartStarter(Installation installation, DataDir data) {
        this.installation = installation;
        this.data = data;
    }

    PartState start(Part part, SystemState state, Postgres postgres) {
        var own = state.part(part);
        Ports.requireFree(own.httpPort());
        Ports.requireFree(own.extraPort());
        var command = new ArrayList<>(part.isAgent() ? YIELDING : List.of());
        command.addAll(installation.command(part, flags(part)));
        if (!part.isService()) {
            command.addAll(List.of(
                    "--http-port", String.valueOf(own.httpPort()), "--smtp-port", String.valueOf(own.extraPort())));
        }
        var pid = Spawn.start(command, environment(part, state, postgres), data.log(part));
        return own.startedAs(pid);
    }

    /** The token that the orchestrator shows to the other services. */
    void writeServiceToken() {
        var keys = data.keys();
        var token = keys.tokens().mint("orchestrator", "*", List.of("service"), LIFETIME);
        SecretFiles.write(keys.serviceToken(), token);
    }

    private Map<String, String> environment(Part part, SystemState state, Postgres postgres) {
        var environment = new Environment(state, data.keys());
        return environment.of(part, part.isService() ? login(part, state, postgres) : null);
    }

    /** The gate's role must not own its audit log. */
    private Databases.Login login(Part part, SystemState state, Postgres postgres) {
        var databases = new Databases(data.secrets());
        return part == Part.REVIEW
                ? databases.ensureOwned(postgres, state.postgresPort(), part.label())
                : databases.ensure(postgres, state.postgresPort(), part.label());
    }

    /** Small heaps and the serial collector: five services and a database share one laptop. */
    private static List<String> flags(Part part) {
        var flags = new ArrayList<>(List.of(
                "-Xmx" + part.heapMebibytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Doutrider.part=" + part.label()));
        var own = System.getenv().getOrDefault("OUTRIDER_JAVA_OPTIONS", "").strip();
        if (!own.isEmpty()) {
            flags.addAll(List.of(own.split("\\s+")));
        }
        return flags;
    }
}
