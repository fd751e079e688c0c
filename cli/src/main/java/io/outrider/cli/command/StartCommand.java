package io.outrider.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts one service of a system that is up.")
final class StartCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "SERVICE", description = "for example research")
    String service = "";

    @Override
    public Integer call() {
        common.launcher().start(UpCommand.serviceNamed(service));
        common.terminal().note(service + " is ready");
        return 0;
    }
}
