package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks parts whether they are ready. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TAIL_LINES = 15;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    boolean isReady(PartState state) {
        var request = HttpRequest.newBuilder(URI.create(state.healthUrl()))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws CliFailure where the part ends or is not ready in time; with the end of its log */
    void await(PartState state, Path log, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!isReady(state)) {
            if (!state.isAlive()) {
                throw new CliFailure(
                        state.part().label() + " ended while starting. Its log " + log + " ends:\n" + tail(log));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CliFailure("Interrupted while " + state.part().label() + " started");
            }
            if (System.nanoTime() > end) {
                throw new CliFailure(state.part().label() + " was not ready within " + limit.toSeconds()
                        + " s. Its log " + log + " ends:\n" + tail(log));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read)";
        }
    }
}
