package io.outrider.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stops one service; the others stay.")
final class StopCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Parameters(paramLabel = "SERVICE", description = "for example research")
    String service = "";

    @Override
    public Integer call() {
        common.launcher().stop(UpCommand.serviceNamed(service));
        return 0;
    }
}
