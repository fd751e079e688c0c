package io.outrider.review.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Sends messages to Slack. Blocks: call it on a virtual thread. */
@ApplicationScoped
class SlackDoor {

    private static final int TOO_MANY = 429;

    private final SlackConfig config;
    private final ObjectMapper mapper;
    private final HttpClient client;

    SlackDoor(SlackConfig config, ObjectMapper mapper) {
        this.config = config;
        this.mapper = mapper;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    Sent post(URI to, Map<String, Object> message) {
        try {
            var request = HttpRequest.newBuilder(to)
                    .timeout(config.timeout())
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString(mapper.writeValueAsString(message)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return new Sent(true, false, "");
            }
            return new Sent(false, answer.statusCode() == TOO_MANY, answer.statusCode() + " " + answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return new Sent(false, false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent(false, false, "interrupted");
        }
    }

    /** Slack's own host and nothing that a forged or broken request could name. */
    boolean isSlack(URI to) {
        var here = to.getPort() < 0 ? String.valueOf(to.getHost()) : to.getHost() + ":" + to.getPort();
        var safe = "https".equals(to.getScheme()) || to.getPort() > 0 && "http".equals(to.getScheme());
        return safe && to.getUserInfo() == null && config.answerHosts().contains(here);
    }

    /** @param why for the log */
    record Sent(boolean done, boolean slowDown, String why) {}
}
