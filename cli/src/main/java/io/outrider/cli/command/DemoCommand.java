package io.outrider.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Runs sample accounts the whole way, with the sandbox as the outside world.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--once", description = "stop everything at the end")
    boolean once;

    @Override
    public Integer call() {
        return 1;
    }
}
