package io.outrider.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.cli.client.Session;
import io.outrider.cli.launch.Part;
import io.outrider.cli.launch.PartState;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import io.outrider.orchestrator.v1.StartRunRequest;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two orchestrators on one database. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @TempDir
    static Path directory;

    private RunningSystem system;
    private final List<Run> runsSoFar = new ArrayList<>();
    private PartState replica;
    private Session second;

    @BeforeAll
    void up() {
        system = new RunningSystem(directory.resolve("data"));
        replica = system.launcher().startReplica(Part.ORCHESTRATOR);
        second = system.sessionAt(replica);
    }

    @AfterAll
    void down() {
        second.close();
        system.close();
        assertThat(replica.isAlive()).as("a replica outlives its system").isFalse();
    }

    @Test
    void takesOverTheRunsOfAFrozenReplicaWhichCanNeitherWriteNorActOnceItWakes() {
        system.outside("PUT", "/faults", "{\"rules\":[{\"kind\":\"model\",\"latency\":1500}]}");
        var ids = IntStream.range(500_001, 500_013)
                .mapToObj(number -> start(system.session(), number))
                .toList();
        await(PATIENCE, () -> ids.stream().map(this::atSecond).anyMatch(run -> run.getStepValue() >= 2));

        var first = first();
        first.freeze();
        List<Run> taken;
        try {
            system.outside("DELETE", "/faults", "");
            await(PATIENCE, () -> ids.stream().map(this::atSecond).allMatch(TwoReplicasIT::rests));
            taken = ids.stream().map(this::atSecond).toList();
        } finally {
            first.thaw();
        }
        assertThat(taken)
                .allSatisfy(run -> assertThat(run.getState())
                        .as(run.getReason())
                        .isIn(RunState.RUN_STATE_WAITING, RunState.RUN_STATE_DISQUALIFIED));
        await(
                PATIENCE,
                () -> system.launcher()
                        .isReady(system.launcher().state().orElseThrow().part(Part.ORCHESTRATOR)));

        var settled = system.settle(ids, system.acceptAll(ids));

        assertThat(settled)
                .allSatisfy(run -> assertThat(run.getState())
                        .as(run.getReason())
                        .isIn(RunState.RUN_STATE_COMPLETED, RunState.RUN_STATE_DISQUALIFIED));
        runsSoFar.addAll(settled);
        assertThat(system.check(runsSoFar).problems()).isEmpty();
        assertThat(system.check(runsSoFar).actions()).isPositive();
    }

    @Test
    void wakesARunThatTheOtherReplicaParkedAtOnce() {
        var id = start(system.session(), 600_001);
        await(
                PATIENCE,
                () -> atSecond(id).getState() == RunState.RUN_STATE_WAITING
                        || atSecond(id).hasEndTime());
        assertThat(atSecond(id).getState()).isEqualTo(RunState.RUN_STATE_WAITING);

        var first = first();
        first.freeze();
        try {
            system.acceptAll(List.of(id));
            // The frozen one may have been the reader of decisions: its lease must run out first.
            await(PATIENCE, () -> atSecond(id).hasEndTime());
        } finally {
            first.thaw();
        }

        var other = start(second, 600_002);
        await(PATIENCE, () -> rests(atSecond(other)));
        system.acceptAll(List.of(other));
        var began = System.nanoTime();
        await(AT_ONCE, () -> atSecond(other).hasEndTime());
        System.out.printf("decided to ended: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        var settled = system.settle(List.of(id, other), Set.of());
        runsSoFar.addAll(settled);
        assertThat(settled).allSatisfy(run -> assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_COMPLETED));
    }

    private io.outrider.cli.launch.Pid first() {
        var pid =
                system.launcher().state().orElseThrow().part(Part.ORCHESTRATOR).pid();
        if (pid == null) {
            throw new IllegalStateException("The orchestrator never ran");
        }
        return pid;
    }

    private Run atSecond(String id) {
        return second.runs("viewer")
                .getRun(GetRunRequest.newBuilder().setRunId(id).build())
                .getRun();
    }

    /** Accounts of sizes that are worth writing to: one in five of the generated ones is too small. */
    private static String start(Session session, int number) {
        var domain = "acct-" + number + ".example";
        return session.runs("author")
                .startRun(StartRunRequest.newBuilder()
                        .setRequestId("two-" + number)
                        .setAccount(Account.newBuilder().setDomain(domain))
                        .setPerson(Person.newBuilder()
                                .setFirstName("Ann")
                                .setLastName("Lee")
                                .setTitle("Chief Operating Officer")
                                .setEmail("ann@" + domain))
                        .build())
                .getRun()
                .getId();
    }

    private static boolean rests(Run run) {
        return run.hasEndTime() || run.getState() == RunState.RUN_STATE_WAITING;
    }

    private static void await(Duration limit, BooleanSupplier done) {
        var end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + limit).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
