package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a process that lives on its own: in a process group of its own, so that Ctrl-C at the terminal reaches only the
 * launcher, which then stops the parts in order; and not as our child, so that it outlives us.
 */
final class Spawn {

    /** `set -m` gives the background job its own group; bash prints its number and ends. */
    private static final String SCRIPT = "set -m; \"$@\" >>\"$0\" 2>&1 </dev/null & echo $!";

    private Spawn() {}

    static Pid start(List<String> command, Map<String, String> environment, Path log) {
        var line = new ArrayList<>(List.of("bash", "-c", SCRIPT, log.toString()));
        line.addAll(command);
        var builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        try {
            var shell = builder.start();
            shell.getOutputStream().close();
            var answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var problem = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (shell.waitFor() != 0 || !answer.matches("\\d+")) {
                throw new CliFailure("Cannot start " + command.getFirst() + ": " + problem);
            }
            var number = Long.parseLong(answer);
            return Pid.alive(number).orElse(new Pid(number, 0));
        } catch (IOException e) {
            throw new CliFailure("Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while starting " + command.getFirst(), e);
        }
    }
}
