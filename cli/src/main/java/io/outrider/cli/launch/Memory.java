package io.outrider.cli.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much memory a process holds. */
public final class Memory {

    private Memory() {}

    /** Resident set in MiB. Empty where the system does not say. */
    public static Optional<Long> residentMebibytes(long pid) {
        var status = Path.of("/proc/" + pid + "/status");
        try {
            return Files.exists(status) ? fromProc(status) : fromPs(pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fromProc(Path status) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst();
        }
    }

    /** macOS has no /proc. */
    private static Optional<Long> fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        var answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return answer.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(answer) >> 10);
    }
}
