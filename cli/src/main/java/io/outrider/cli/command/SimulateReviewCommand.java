package io.outrider.cli.command;

import io.outrider.cli.launch.Installation;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.Programs;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Nothing need be running. Exit code 1 where a seed misses a target. */
@Command(
        name = "simulate-review",
        description =
                "Reviews agents of known quality by the gate's own rules and prints what people see, how right the rest is,"
                        + " and how soon a planted degradation is caught.")
final class SimulateReviewCommand implements Callable<Integer> {

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the first seed (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many (default: ${DEFAULT-VALUE})")
    int seeds;

    @Override
    public Integer call() {
        return Programs.run(Installation.ofProcess()
                .program(
                        Part.REVIEW,
                        "io.outrider.review.simulate.SimulateReview",
                        List.of(String.valueOf(seed), String.valueOf(seeds))));
    }
}
