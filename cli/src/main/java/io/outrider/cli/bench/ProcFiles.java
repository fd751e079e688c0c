package io.outrider.cli.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Linux tells of a process. Empty where the process is gone. */
final class ProcFiles {

    /** USER_HZ, the same on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    private ProcFiles() {}

    /**
     * @param own CPU seconds of the process
     * @param reaped CPU seconds of its children that have ended
     */
    record Times(long parent, double own, double reaped) {}

    static Optional<Times> times(long pid) {
        return read(pid, "stat").map(line -> {
            // The name in parentheses may hold anything; what follows it is plain.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Times(
                    Long.parseLong(fields[1]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND);
        });
    }

    /** The most that was ever resident, in KiB. */
    static long peakKib(long pid) {
        return kib(pid, "status", "VmHWM:");
    }

    /** Its own memory and its share of what it shares, in KiB. */
    static long proportionalKib(long pid) {
        return kib(pid, "smaps_rollup", "Pss:");
    }

    static List<String> commandLine(long pid) {
        return read(pid, "cmdline").map(line -> List.of(line.split("\0"))).orElse(List.of());
    }

    static List<Long> children(long pid) {
        var children = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var entry : entries) {
                var child = Long.parseLong(entry.getFileName().toString());
                if (times(child).filter(times -> times.parent() == pid).isPresent()) {
                    children.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return children;
        }
        return children;
    }

    private static long kib(long pid, String file, String name) {
        return read(pid, file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(PROC.resolve(pid + "/" + file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
