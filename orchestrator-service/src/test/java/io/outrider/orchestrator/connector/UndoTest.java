package io.outrider.orchestrator.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.connector.crm.HubSpotCrm;
import io.outrider.orchestrator.connector.http.JsonApi;
import io.outrider.orchestrator.connector.http.Judge;
import io.outrider.orchestrator.connector.http.LiveDoor;
import io.outrider.sandbox.Sandbox;
import io.outrider.sandbox.SandboxOptions;
import io.outrider.sandbox.received.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoTest {

    private final LiveDoor door = new LiveDoor(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private Sandbox sandbox;
    private HubSpotCrm crm;

    @BeforeEach
    void startTheWorld() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        crm = new HubSpotCrm(
                new JsonApi(door, sandbox.uri(), "secret", "application/json"),
                List.of("industry"),
                new Alone(),
                new Judge(Clock.systemUTC()));
    }

    @AfterEach
    void stopTheWorld() {
        sandbox.close();
        door.close();
    }

    @Test
    void putsBackWhatWasThere() {
        upsert("{\"outrider_score\":\"4\"}");
        var done = upsert("{\"outrider_score\":\"9\",\"industry\":\"Cranes\"}");

        var undone = crm.undo(done.beforeImage(), "undo-1").outcome();

        assertThat(undone).isInstanceOf(Outcome.Done.class);
        assertThat(lastBody()).contains("\"outrider_score\":\"4\"", "\"industry\":\"\"");
    }

    @Test
    void keepsWhatAPersonChangedSince() {
        upsert("{\"outrider_score\":\"4\"}");
        var done = upsert("{\"outrider_score\":\"9\",\"outrider_tier\":\"STRONG\"}");
        upsert("{\"outrider_score\":\"7\"}");

        var undone = crm.undo(done.beforeImage(), "undo-1").outcome();

        assertThat(undone)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        it -> assertThat(it.detail())
                                .isEqualTo("put back [outrider_tier]; changed since, so kept: outrider_score"));
        assertThat(lastBody()).doesNotContain("outrider_score");
    }

    @Test
    void saysTheSameWhereItIsAskedAgain() {
        upsert("{\"outrider_score\":\"4\"}");
        var done = upsert("{\"outrider_score\":\"9\"}");
        var first = crm.undo(done.beforeImage(), "undo-1");
        var writes = sandbox.received().effects(Kind.CRM).size();

        var second = crm.undo(done.beforeImage(), "undo-2");

        assertThat(first.restored()).containsExactly("outrider_score");
        assertThat(second.restored()).containsExactly("outrider_score");
        assertThat(second.kept()).isEmpty();
        assertThat(sandbox.received().effects(Kind.CRM)).hasSize(writes);
    }

    @Test
    void deletesNothing() {
        var made = upsert("{\"outrider_score\":\"4\"}");
        var before = sandbox.received().list(Kind.CRM).size();

        assertThat(crm.undo(made.beforeImage(), "undo-1").outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("deletes nothing"));
        assertThat(sandbox.received().list(Kind.CRM)).hasSize(before);
    }

    @Test
    void refusesWhatIsNoBeforeImage() {
        assertThat(crm.undo(new byte[0], "undo-1").outcome()).isInstanceOf(Outcome.Refused.class);
    }

    private Outcome.Done upsert(String properties) {
        var payload = "{\"domain\":\"acme.example\",\"properties\":" + properties + "}";
        return (Outcome.Done) crm.execute(
                new Effect("crm.company.upsert", payload.getBytes(StandardCharsets.UTF_8), "key", "ws", "grt_1"));
    }

    private String lastBody() {
        return sandbox.received().effects(Kind.CRM).getLast().body();
    }
}
