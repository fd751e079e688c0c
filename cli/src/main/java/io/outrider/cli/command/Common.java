package io.outrider.cli.command;

import io.outrider.cli.client.Address;
import io.outrider.cli.client.Session;
import io.outrider.cli.keys.Tokens;
import io.outrider.cli.launch.DataDir;
import io.outrider.cli.launch.Installation;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command, and what follows from them. */
final class Common {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where databases, keys and logs are (default: .outrider/data)")
    @Nullable
    Path data;

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            defaultValue = "${env:OUTRIDER_WORKSPACE:-default}",
            description = "the workspace to work in (default: ${DEFAULT-VALUE})")
    String workspace = "default";

    @Option(
            names = "--token",
            paramLabel = "JWT",
            defaultValue = "${env:OUTRIDER_TOKEN:-}",
            description =
                    "a token of your identity provider (env OUTRIDER_TOKEN); default: one that the launcher's key signs")
    String token = "";

    @Option(names = "--subject", paramLabel = "NAME", description = "who you are in tokens that are made here")
    @Nullable
    String subject;

    private final Installation installation = Installation.ofProcess();
    private final Terminal terminal = Terminal.ofProcess();

    Installation installation() {
        return installation;
    }

    Terminal terminal() {
        return terminal;
    }

    DataDir dataDir() {
        return new DataDir(data == null ? installation.home().resolve(".outrider/data") : data);
    }

    Launcher launcher() {
        return launcher(terminal::note);
    }

    Launcher launcher(Consumer<String> notes) {
        return new Launcher(installation, dataDir(), notes);
    }

    Session session() {
        return new Session(this::address, this::tokenFor);
    }

    /** Without `--subject`: "author@localhost" and so on, for an author never approves their own item. */
    private String tokenFor(String role) {
        if (!token.isEmpty()) {
            return token;
        }
        var name = subject == null ? role + "@localhost" : subject;
        return tokens().mint(name, workspace, List.of(role), TOKEN_LIFETIME);
    }

    Tokens tokens() {
        if (!dataDir().hasKeys()) {
            throw new CliFailure(
                    "There are no keys in " + dataDir().root()
                            + ": start Outrider with `./outrider up`, or pass --token and set OUTRIDER_ORCHESTRATOR and OUTRIDER_REVIEW");
        }
        return dataDir().keys().tokens();
    }

    private Address address(Part part) {
        var named = System.getenv("OUTRIDER_" + part.name());
        if (named != null && !named.isBlank()) {
            return Address.parse(named);
        }
        return launcher()
                .state()
                .map(state -> local(state, part))
                .orElseThrow(() ->
                        new CliFailure("Outrider is not up with " + dataDir().root()
                                + "; `./outrider up` starts it, or set OUTRIDER_"
                                + part.name().toUpperCase(Locale.ROOT)
                                + "=host:port for one elsewhere"));
    }

    private static Address local(SystemState state, Part part) {
        return new Address("127.0.0.1", state.part(part).grpcPort(), false);
    }
}
