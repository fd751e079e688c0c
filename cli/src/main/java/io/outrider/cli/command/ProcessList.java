package io.outrider.cli.command;

import io.outrider.cli.launch.Launcher;
import io.outrider.cli.launch.Memory;
import io.outrider.cli.launch.PartState;
import io.outrider.cli.launch.SystemState;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.cli.output.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs, with its ports and memory. */
record ProcessList(Launcher launcher, SystemState state) {

    /** @param state "ready", "starting" (alive but not ready) or "stopped" */
    record Line(
            String service,
            @Nullable Long pid,
            @Nullable Integer grpcPort,
            @Nullable Integer httpPort,
            String state,
            @Nullable Long rssMebibytes) {}

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var postgres = launcher.postgresPid();
        lines.add(line("postgres", postgres.orElse(null), state.postgresPort(), null, postgres.isPresent()));
        state.wantedParts().forEach(part -> lines.add(line(part)));
        return lines;
    }

    boolean allReady() {
        return lines().stream().allMatch(line -> line.state().equals("ready"));
    }

    void print(Terminal terminal, boolean json) {
        if (json) {
            terminal.print(Json.of(Map.of("processes", lines())));
            return;
        }
        var table = new Table("SERVICE", "PID", "GRPC", "HTTP", "STATE", "MEMORY");
        for (var line : lines()) {
            table.row(
                    line.service(),
                    shown(line.pid()),
                    shown(line.grpcPort()),
                    shown(line.httpPort()),
                    line.state(),
                    line.rssMebibytes() == null ? "-" : line.rssMebibytes() + " MiB");
        }
        table.printTo(terminal);
    }

    private Line line(PartState part) {
        var pid = part.pid();
        if (pid == null || !part.isAlive()) {
            return new Line(part.part().label(), null, grpc(part), part.httpPort(), "stopped", null);
        }
        var line = line(part.part().label(), pid.number(), grpc(part), part.httpPort(), true);
        return launcher.isReady(part)
                ? line
                : new Line(
                        line.service(), line.pid(), line.grpcPort(), line.httpPort(), "starting", line.rssMebibytes());
    }

    private static Line line(
            String name, @Nullable Long pid, @Nullable Integer grpc, @Nullable Integer http, boolean ready) {
        var memory = pid == null ? null : Memory.residentMebibytes(pid).orElse(null);
        return new Line(name, pid, grpc, http, ready ? "ready" : "stopped", memory);
    }

    private static @Nullable Integer grpc(PartState part) {
        return part.grpcPort() == 0 ? null : part.grpcPort();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
