package io.outrider.cli.chaos;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.outrider.cli.client.Http;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sandbox: what goes wrong there, and what arrived there more than once. */
final class Outside implements AutoCloseable {

    private final URI base;
    private final HttpClient http = Http.open();

    Outside(int httpPort) {
        this.base = URI.create("http://127.0.0.1:" + httpPort);
    }

    /** @param when "before" the call takes effect there, or "after" it */
    void cut(List<String> kinds, String when, double probability) {
        var rules = kinds.stream()
                .map(kind -> String.format(
                        Locale.ROOT, "{\"kind\":\"%s\",\"cut\":\"%s\",\"probability\":%.3f}", kind, when, probability))
                .toList();
        send("PUT", "/faults", "{\"rules\":[" + String.join(",", rules) + "]}");
    }

    void heal() {
        send("DELETE", "/faults", "");
    }

    /**
     * People that more than one enrolment reached, keys under which more than one happened, and how often a call was sent again
     * after it had happened: that the provider noticed is no merit of ours.
     */
    List<String> doubled() {
        var summary =
                JsonParser.parseString(send("GET", "/received/summary", "")).getAsJsonObject();
        var found = new ArrayList<String>();
        found.addAll(named(summary, "doubled", "sequence").keySet());
        found.addAll(named(summary, "repeatedKeys", "sequence").keySet());
        summary.getAsJsonObject("suppressed").entrySet().stream()
                .filter(kind -> kind.getValue().getAsLong() > 0)
                .forEach(kind -> found.add(kind.getKey() + ": sent again " + kind.getValue() + " times"));
        return found;
    }

    @Override
    public void close() {
        http.close();
    }

    private static JsonObject named(JsonObject summary, String what, String kind) {
        var kinds = summary.getAsJsonObject(what);
        return kinds.has(kind) ? kinds.getAsJsonObject(kind) : new JsonObject();
    }

    private String send(String method, String path, String body) {
        try {
            var request = Http.to(base.resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CliFailure("The sandbox answered " + answer.statusCode() + " to " + method + " " + path);
            }
            return answer.body();
        } catch (IOException e) {
            throw new CliFailure("The sandbox does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted while asking the sandbox", e);
        }
    }
}
