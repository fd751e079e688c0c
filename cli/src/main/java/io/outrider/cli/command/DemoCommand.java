package io.outrider.cli.command;

import io.outrider.cli.client.Session;
import io.outrider.cli.demo.Demo;
import io.outrider.cli.launch.DataDir;
import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.launch.UpOptions;
import io.outrider.cli.output.CliFailure;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Runs sample accounts the whole way, with the sandbox as the outside world.")
final class DemoCommand implements Callable<Integer> {

    /** The sandbox's sites are ours: no need to wait a second between two of their pages. */
    private static final String PACE = "PT0.05S";

    @Mixin
    Common common = new Common();

    @Option(names = "--once", description = "stop everything at the end")
    boolean once;

    /** @return 0 only where the effects equal the grants */
    @Override
    public Integer call() {
        if (common.data == null) {
            common.data = common.installation().home().resolve(".outrider/demo");
        }
        var launcher = common.launcher();
        launcher.state().ifPresent(state -> {
            if (state.isUp()) {
                throw new CliFailure("A demo is up already; `./outrider down --data "
                        + common.dataDir().root() + "` stops it");
            }
            launcher.down();
        });
        common.dataDir().wipe();
        try (var foreground = new Foreground(launcher)) {
            var start = System.nanoTime();
            var state = launcher.up(new UpOptions(EnumSet.allOf(Part.class), 0, PACE));
            common.terminal().note(String.format(Locale.ROOT, "ready after %.1f s", (System.nanoTime() - start) / 1e9));
            var right = run(state);
            figures(launcher, state);
            if (!once) {
                stay(foreground, state);
            }
            return right ? 0 : 1;
        }
    }

    private boolean run(SystemState state) {
        try (Session session = common.session()) {
            return new Demo(session, common.terminal(), common.installation().samples()).run(state);
        }
    }

    private void figures(Launcher launcher, SystemState state) {
        common.terminal().heading("Processes");
        new ProcessList(launcher, state).print(common.terminal(), false);
    }

    private void stay(Foreground foreground, SystemState state) {
        var terminal = common.terminal();
        var data = " --data " + new DataDir(common.dataDir().root()).root();
        terminal.heading("It stays up");
        SignInLink.of(common.session(), state).ifPresent(link -> terminal.print("Review console, once: " + link));
        terminal.print("Try: ./outrider reviews" + data);
        terminal.print("Ctrl-C stops it.");
        foreground.await();
    }
}
