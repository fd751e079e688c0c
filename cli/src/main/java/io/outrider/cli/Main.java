package io.outrider.cli;

import io.grpc.StatusRuntimeException;
import io.outrider.cli.client.Refusals;
import io.outrider.cli.command.Outrider;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** The program behind the script `outrider`. Exit code 0: done; 1: failed; 2: wrong usage. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command in this process. */
    public static int run(String... arguments) {
        return new CommandLine(new Outrider())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    var terminal = Terminal.ofProcess();
                    terminal.note(terminal.bad("outrider: ") + sentence(failure));
                    return FAILED;
                })
                .execute(arguments);
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case CliFailure e -> e.sentence();
            case StatusRuntimeException e -> Refusals.sentence(e);
            case UncheckedIOException e -> full(String.valueOf(e.getMessage()));
            case IOException e -> full(e.toString());
            default -> "this should not have happened: " + failure;
        };
    }

    /** The system's own words for a full disk are deep in the message. */
    private static String full(String message) {
        return message.contains("No space left") ? "The disk is full (" + message + ")" : message;
    }
}
