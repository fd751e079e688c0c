package io.outrider.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.FaultRule;
import io.outrider.sandbox.fault.Faults;
import io.outrider.sandbox.received.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String SLACK = "/slack/services/T/B/x";
    private static final String HELLO = "{\"text\":\"hello\"}";

    private static Sandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.received().clear();
        sandbox.faults().clear();
    }

    @Test
    void refusesAsOftenAsTheRuleSays() throws Exception {
        sandbox.faults().add(FaultRule.on(Kind.SLACK).status(429).retryAfter(2).times(1));

        var refused = client.send("POST", SLACK, HELLO);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        assertThat(client.send("POST", SLACK, HELLO).statusCode()).isEqualTo(200);
        assertThat(sandbox.received().effects(Kind.SLACK)).hasSize(1);
    }

    @Test
    void cutsBeforeTheEffect() {
        sandbox.faults().add(FaultRule.on(Kind.SLACK).cut(Cut.BEFORE));
        assertThatThrownBy(() -> client.send("POST", SLACK, HELLO)).isInstanceOf(IOException.class);
        assertThat(sandbox.received().list(Kind.SLACK)).isEmpty();
    }

    @Test
    void cutsAfterTheEffect() {
        sandbox.faults().add(FaultRule.on(Kind.SLACK).cut(Cut.AFTER));
        assertThatThrownBy(() -> client.send("POST", SLACK, HELLO)).isInstanceOf(IOException.class);
        assertThat(sandbox.received().effects(Kind.SLACK))
                .singleElement()
                .satisfies(entry -> assertThat(entry.cut()).isTrue());
    }

    @Test
    void holdsAnswersBack() throws Exception {
        sandbox.faults().add(FaultRule.on(Kind.SLACK).latency(Duration.ofMillis(150)));
        var start = System.nanoTime();
        client.send("POST", SLACK, HELLO);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void isSwitchedOverHttp() throws Exception {
        var rules = """
                {"seed": 7, "rules": [{"kind": "crm", "path": "/crm/v3/objects/notes", "status": 503, "probability": 0.5},
                 {"kind": "model", "latency": {"median": 200, "sigma": 0.3}}]}""";
        assertThat(client.send("PUT", "/faults", rules).statusCode()).isEqualTo(200);
        var back = client.json("GET", "/faults", "");
        assertThat(back.at("/rules/0/status").asInt()).isEqualTo(503);
        assertThat(back.at("/rules/1/latency/median").asInt()).isEqualTo(200);
        assertThat(client.send("DELETE", "/faults", "").statusCode()).isEqualTo(204);
        assertThat(sandbox.faults().rules()).isEmpty();
    }

    @Test
    void refusesARuleItDoesNotUnderstand() throws Exception {
        sandbox.faults().add(FaultRule.on(Kind.CRM).status(500));
        var reply = client.send("PUT", "/faults", "{\"rules\":[{\"spoil\":\"colour\"}]}");
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(sandbox.faults().rules()).hasSize(1);
    }

    @Test
    void drawsTheSameChancesFromTheSameSeed() {
        assertThat(draws(11)).isEqualTo(draws(11)).isNotEqualTo(draws(12)).contains(true, false);
    }

    private static List<Boolean> draws(long seed) {
        var faults = new Faults();
        faults.set(List.of(FaultRule.on(Kind.CRM).status(500).probability(0.5)), seed);
        return IntStream.range(0, 64)
                .mapToObj(ignored -> faults.strike(Kind.CRM, "POST", "/crm", "").status() == 500)
                .toList();
    }
}
