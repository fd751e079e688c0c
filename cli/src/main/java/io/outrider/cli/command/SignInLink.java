package io.outrider.cli.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.outrider.cli.client.Http;
import io.outrider.cli.client.Session;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.SystemState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A link that signs a reviewer in to the console, once. */
final class SignInLink {

    private SignInLink() {}

    /** Empty where the service gives none. */
    static Optional<String> of(Session session, SystemState state) {
        var base = URI.create("http://127.0.0.1:" + state.part(Part.REVIEW).httpPort());
        try (session;
                var http = Http.open()) {
            var request = Http.to(base.resolve("/signin/links"))
                    .header("authorization", "Bearer " + session.token("reviewer"))
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? link(base, answer.body()) : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> link(URI base, String body) {
        return JsonParser.parseString(body) instanceof JsonObject answer && answer.has("url")
                ? Optional.of(base.resolve(answer.get("url").getAsString()).toString())
                : Optional.empty();
    }
}
