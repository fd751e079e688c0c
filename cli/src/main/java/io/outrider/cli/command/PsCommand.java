package io.outrider.cli.command;

import io.outrider.cli.output.CliFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ps", description = "Shows what runs: process, ports, state, memory.")
final class PsCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    /** @return 1 where something that was started is not ready */
    @Override
    public Integer call() {
        var launcher = common.launcher();
        var state = launcher.state()
                .orElseThrow(() -> new CliFailure(
                        "Outrider is not up with " + common.dataDir().root()));
        var list = new ProcessList(launcher, state);
        list.print(common.terminal(), common.json);
        return list.allReady() ? 0 : 1;
    }
}
