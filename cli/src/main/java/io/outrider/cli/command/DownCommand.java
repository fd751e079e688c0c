package io.outrider.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops everything that `up` started.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Override
    public Integer call() {
        var stopped = common.launcher().down();
        common.terminal().note(stopped ? "Outrider is down; its data stay." : "Nothing was up.");
        return 0;
    }
}
