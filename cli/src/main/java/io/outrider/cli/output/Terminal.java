package io.outrider.cli.output;

import java.io.PrintStream;

/** Where a command prints: results to `out`, progress and notes to `err`. Colour only where a person looks at it. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;

    public Terminal(PrintStream out, PrintStream err, boolean colour) {
        this.out = out;
        this.err = err;
        this.colour = colour;
    }

    /** The process's own streams; honours NO_COLOR (no-color.org). */
    public static Terminal ofProcess() {
        var noColour = System.getenv().getOrDefault("NO_COLOR", "");
        return new Terminal(System.out, System.err, interactive() && noColour.isEmpty());
    }

    /** Whether a person sits at it. */
    public static boolean interactive() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    public void print(String line) {
        out.println(line);
    }

    /** For people only: never part of what a program reads. */
    public void note(String line) {
        err.println(line);
    }

    public void heading(String text) {
        out.println();
        out.println(paint(text, "1"));
    }

    public String good(String text) {
        return paint(text, "32");
    }

    public String bad(String text) {
        return paint(text, "31");
    }

    public String faint(String text) {
        return paint(text, "2");
    }

    public PrintStream err() {
        return err;
    }

    private String paint(String text, String code) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
