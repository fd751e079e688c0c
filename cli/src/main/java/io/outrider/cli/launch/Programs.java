package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.util.List;

/** Runs a program to its end, on this terminal. */
public final class Programs {

    private Programs() {}

    /** @return its exit code */
    public static int run(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CliFailure("Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted", e);
        }
    }
}
