package io.outrider.review.console;

import static io.outrider.review.fixture.Samples.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.SignedIn;
import io.outrider.review.fixture.SlackTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class LiveTest {

    @TestHTTPResource
    URI http;

    TestTokens tokens;

    @Inject
    LiveSeats seats;

    private final HttpClient client = HttpClient.newHttpClient();
    private Gate gate;
    private String session;

    @BeforeEach
    void open() {
        gate = new Gate(tokens);
        session = SignedIn.as("rhea", gate.workspace, http, tokens);
    }

    @AfterEach
    void close() {
        gate.close();
        client.shutdownNow();
    }

    @Test
    void tellsOfNewAndDecidedItemsAndGoesOnWhereAReaderLeftOff() throws Exception {
        var first = gate.pending(crm(gate.run));
        var begin = listen("?after=0", "");
        assertThat(until(begin, "\"item\":\"" + first.getId() + "\"")).contains("PROPOSED");
        assertThat(until(begin, "event:counts")).isNotEmpty();
        begin.body().close();

        var second = gate.pending(crm("run_other"));
        gate.acceptById(first.getId());
        var again = listen("", "1");
        var missed = until(again, "DECIDED");
        assertThat(missed).contains(second.getId()).contains("id:");
        again.body().close();
    }

    @Test
    void goesOnWhateverWakesIt() throws Exception {
        var stream = listen("?after=0", "");
        for (int i = 0; i < 3; i++) {
            var item = gate.pending(crm(gate.run + i));
            assertThat(until(stream, item.getId())).contains("PROPOSED");
            gate.acceptById(item.getId());
            assertThat(until(stream, "DECIDED")).contains("DECIDED", item.getId());
        }
        stream.body().close();
    }

    @Test
    void tellsNothingOfOtherWorkspaces() throws Exception {
        var stream = listen("?after=0", "");
        try (var other = new Gate(tokens)) {
            other.pending(crm(other.run));
            var mine = gate.pending(crm(gate.run));
            assertThat(until(stream, mine.getId())).doesNotContain(other.run).containsOnlyOnce("PROPOSED");
        }
        stream.body().close();
    }

    @Test
    void endsWithTheSession() throws Exception {
        var stream = listen("?after=0", "");
        SignedIn.out(session, http);

        assertThat(until(stream, "never")).doesNotContain("event:change");
        assertThat(listen("", "").statusCode()).isEqualTo(401);
    }

    @Test
    void hasSeatsForAFewPagesOfEach() throws Exception {
        var open = new java.util.ArrayList<HttpResponse<InputStream>>();
        for (int i = 0; i < 8; i++) {
            open.add(listen("?after=0", ""));
        }
        assertThat(listen("", "").statusCode()).isEqualTo(429);
        SignedIn.out(session, http);
        for (var stream : open) {
            until(stream, "never");
        }
        assertThat(seats.all()).isZero();
    }

    private HttpResponse<InputStream> listen(String query, String last) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(http.resolve("/live" + query)).header("Cookie", "outrider_session=" + session);
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    /**
     * All lines up to the one that has this text, or to the end of the stream. Reads byte by byte: a buffer would swallow
     * what the next call looks for.
     */
    private static String until(HttpResponse<InputStream> stream, String text) throws IOException {
        var seen = new StringBuilder();
        var line = new ByteArrayOutputStream();
        for (int b = stream.body().read(); b >= 0; b = stream.body().read()) {
            line.write(b);
            if (b == '\n') {
                seen.append(line.toString(StandardCharsets.UTF_8));
                if (line.toString(StandardCharsets.UTF_8).contains(text)) {
                    break;
                }
                line.reset();
            }
        }
        return seen.toString();
    }
}
