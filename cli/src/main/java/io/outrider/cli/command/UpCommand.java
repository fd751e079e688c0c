package io.outrider.cli.command;

import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.launch.UpOptions;
import io.outrider.cli.output.CliFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts PostgreSQL and the services, and stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--only", split = ",", paramLabel = "SERVICE", description = "start only these")
    List<String> only = List.of();

    @Option(names = "--sandbox", description = "start the sandbox too and let it stand for the whole outside world")
    boolean sandbox;

    @Option(names = "--detach", description = "return when all is ready; `outrider down` stops it")
    boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "the first of a row of 13 ports (default: ${DEFAULT-VALUE}; 0: any free ones)")
    int portBase = UpOptions.DEFAULT_PORT_BASE;

    @Override
    public Integer call() {
        var launcher = common.launcher();
        var options = new UpOptions(wanted(), portBase, "");
        if (detach) {
            show(launcher, launcher.up(options));
            launcher.detach();
            return 0;
        }
        try (var foreground = new Foreground(launcher)) {
            show(launcher, launcher.up(options));
            common.terminal().note("Ctrl-C stops it.");
            foreground.await();
        }
        return 0;
    }

    private void show(Launcher launcher, SystemState state) {
        new ProcessList(launcher, state).print(common.terminal(), common.json);
        if (state.wanted().contains(Part.REVIEW)) {
            SignInLink.of(common.session(), state)
                    .ifPresent(link -> common.terminal().note("Review console, once: " + link));
        }
    }

    private Set<Part> wanted() {
        var parts = EnumSet.noneOf(Part.class);
        only.forEach(label -> parts.add(serviceNamed(label)));
        if (only.isEmpty()) {
            parts.addAll(Part.services());
        }
        if (sandbox) {
            parts.add(Part.SANDBOX);
        }
        return parts;
    }

    /** @throws CliFailure naming what there is */
    static Part serviceNamed(String label) {
        return Part.of(label)
                .orElseThrow(() -> new CliFailure("There is no service \"" + label + "\"; there are "
                        + String.join(
                                ", ",
                                EnumSet.allOf(Part.class).stream()
                                        .map(Part::label)
                                        .toList())));
    }
}
