package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.http.Answer;
import io.outrider.orchestrator.connector.http.Call;
import io.outrider.orchestrator.connector.http.HttpDoor;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.orchestrator.connector.sequencer.Sequencers;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The time that a playbook gives an effect, at the door to the network. */
class DeadlineTest {

    private static final Duration OWN = Duration.ofSeconds(20);
    private static final Judge JUDGE = new Judge(Clock.systemUTC());
    private static final String ENROLMENT = """
            {"sequenceId":"seq-plant-uptime","contact":{"email":"mara@acme.example","firstName":"Mara"},
             "steps":[{"index":0,"dayOffset":0,"channel":"EMAIL","subject":"Hello","body":"First."}]}""";

    private final AtomicLong now = new AtomicLong();
    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), OWN);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void isTheShorterOfTwo() {
        assertThat(Deadline.within(OWN)).isEqualTo(OWN);
        assertThat(deadline(30).during(() -> Deadline.within(OWN))).isEqualTo(OWN);
        assertThat(deadline(7).during(() -> Deadline.within(OWN))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void isOfAllCallsTogether() {
        var deadline = deadline(7);
        pass(4);
        assertThat(deadline.during(() -> Deadline.within(OWN))).isEqualTo(Duration.ofSeconds(3));
        pass(4);
        assertThat(deadline.during(() -> Deadline.within(OWN))).isEqualTo(Duration.ZERO);
    }

    @Test
    void doesNotBeginAWriteWhenTheLookUpsHaveTakenAllTheTime() {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            HttpDoor slow = call -> {
                var answer = door.send(call);
                pass(20);
                return answer;
            };
            var api = new JsonApi(slow, URI.create(sandbox.uri() + "/sequencer"), "secret", "application/vnd.api+json");
            var effect =
                    new Effect("sequence.enrol", ENROLMENT.getBytes(StandardCharsets.UTF_8), "key-1", "ws", "grt_1");

            var outcome = deadline(30)
                    .during(() -> new Sequencers(JUDGE, 8, new Alone())
                            .outreach(api, "")
                            .execute(effect));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Busy.class,
                            busy -> assertThat(busy.reason()).contains(Deadline.OVER));
            assertThat(sandbox.received().effects(Kind.SEQUENCE)).isEmpty();
        }
    }

    @Test
    void doesNotKnowWhenTheRequestMayHaveBeenSent() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = deadline(1).during(() -> door.send(write(silent)));

            assertThat(answer).isEqualTo(new Answer.None("no whole answer within 1 s"));
        }
    }

    /** The kernel of a server that accepts nobody answers no more connections than fit into its backlog. */
    @Test
    void knowsThatNothingWasSentWhereNoConnectionWasMade() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = new ArrayList<SocketChannel>();
            for (int i = 0; i < 8; i++) {
                var channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
                waiting.add(channel);
            }

            var answer = deadline(3).during(() -> door.send(write(full)));

            assertThat(answer).isEqualTo(new Answer.NotSent("no connection in time"));
            for (var channel : waiting) {
                channel.close();
            }
        }
    }

    private static Call write(ServerSocket server) {
        var uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        return Call.write("POST", uri, "{}".getBytes(StandardCharsets.UTF_8), "key-1");
    }

    private Deadline deadline(int seconds) {
        return Deadline.of(now::get, Duration.ofSeconds(seconds));
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
