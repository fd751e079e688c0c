package io.outrider.cli.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the launcher can start, in the order of starting. Stopping goes the other way. */
public enum Part {
    /** Keeps whatever it is sent until it is asked for it: ten minutes of `outrider chaos` do not fit into 96 MiB. */
    SANDBOX(256),
    RESEARCH(256),
    QUALIFY(192),
    MESSAGING(192),
    REVIEW(192),
    ORCHESTRATOR(256);

    private final int heapMebibytes;

    Part(int heapMebibytes) {
        this.heapMebibytes = heapMebibytes;
    }

    /** As people type it, for example "research". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    boolean isService() {
        return this != SANDBOX;
    }

    /** Works for runs, and answers to nobody who waits at a screen. */
    boolean isAgent() {
        return this == RESEARCH || this == QUALIFY || this == MESSAGING;
    }

    public static List<Part> services() {
        return Stream.of(values()).filter(Part::isService).toList();
    }

    public static Optional<Part> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
