package io.outrider.cli.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.outrider.cli.bench.BenchOptions.Range;
import io.outrider.cli.client.Http;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The sandbox as the bench sets it up and reads it back. */
final class BenchWorld implements AutoCloseable {

    private final URI base;
    private final HttpClient http = Http.open();

    BenchWorld(int httpPort) {
        this.base = URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Slow models, pages of that size, and no memory of more than counts. */
    void prepare(Duration modelLatency, Range pageKb) {
        send("PUT", "/received", "{\"record\":\"summary\"}");
        send("PUT", "/fleet", "{\"kb\":{\"from\":%d,\"to\":%d}}".formatted(pageKb.from(), pageKb.to()));
        send("PUT", "/faults", "{\"rules\":[{\"kind\":\"model\",\"latency\":%d}]}".formatted(modelLatency.toMillis()));
    }

    void forget() {
        send("DELETE", "/received", "");
    }

    Counts counts() {
        var summary =
                JsonParser.parseString(send("GET", "/received/summary", "")).getAsJsonObject();
        return new Counts(
                number(summary, "calls", "model"),
                number(summary, "calls", "site"),
                number(summary, "effects", "sequence"),
                size(summary, "doubled", "sequence")
                        + size(summary, "repeatedKeys", "sequence")
                        + (int) number(summary, "suppressed", "sequence"));
    }

    @Override
    public void close() {
        http.close();
    }

    private String send(String method, String path, String body) {
        try {
            var request = Http.to(base.resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CliFailure("The sandbox answered " + answer.statusCode() + " to " + method + " " + path + ": "
                        + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new CliFailure("The sandbox does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while asking the sandbox", e);
        }
    }

    private static long number(JsonObject summary, String what, String kind) {
        var counts = summary.getAsJsonObject(what);
        return counts.has(kind) ? counts.get(kind).getAsLong() : 0;
    }

    private static int size(JsonObject summary, String what, String kind) {
        var named = summary.getAsJsonObject(what);
        return named.has(kind) ? named.getAsJsonObject(kind).size() : 0;
    }

    /**
     * What the outside world saw.
     *
     * @param doubled people that more than one enrolment reached, keys under which more than one happened, and calls that were
     *     sent again after they had happened: that a provider would have noticed is no merit of ours
     */
    record Counts(long modelCalls, long siteReads, long enrolments, int doubled) {}
}
