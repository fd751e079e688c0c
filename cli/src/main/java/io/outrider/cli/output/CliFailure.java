package io.outrider.cli.output;

/** Stops a command with one sentence for the person at the terminal. Never shown as a stack trace. */
public final class CliFailure extends RuntimeException {

    public CliFailure(String sentence) {
        super(sentence);
    }

    public CliFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence to print. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
