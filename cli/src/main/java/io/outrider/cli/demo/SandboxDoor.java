package io.outrider.cli.demo;

import com.google.gson.Gson;
import io.outrider.cli.client.Http;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Reads back what the sandbox received. */
public final class SandboxDoor {

    private final URI base;

    public SandboxDoor(int httpPort) {
        this.base = URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Every call that changed something, oldest first; model calls and page reads are none. */
    public List<Received> effects() {
        try (var http = Http.open()) {
            var request = Http.to(base.resolve("/received?effects=true")).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CliFailure("The sandbox answered " + answer.statusCode() + " to GET /received");
            }
            return List.of(new Gson().fromJson(answer.body(), Received[].class));
        } catch (IOException e) {
            throw new CliFailure("The sandbox does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while asking the sandbox", e);
        }
    }
}
