package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import io.outrider.cli.postgres.Postgres;
import io.outrider.cli.postgres.WaitingRuns;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts and stops the whole of Outrider on one machine.
 *
 * <p>What runs is written down before anything else relies on it, so that a launcher that was killed leaves nothing
 * behind that the next one does not find and put right.
 */
public final class Launcher {

    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Installation installation;
    private final DataDir data;
    private final StateFile file;
    private final PartStarter starter;
    private final Readiness readiness = new Readiness();
    private final Consumer<String> notes;

    public Launcher(Installation installation, DataDir data, Consumer<String> notes) {
        this.installation = installation;
        this.data = data;
        this.file = new StateFile(data);
        this.starter = new PartStarter(installation, data);
        this.notes = notes;
    }

    /** Starts what was asked for and waits until it is ready. What a crashed launcher left is stopped first. */
    public SystemState up(UpOptions options) {
        data.prepare();
        return file.locked(() -> {
            file.read().ifPresent(this::heal);
            var state = SystemState.withPorts(
                    Pid.of(ProcessHandle.current()),
                    Ports.take(options.portBase(), SystemState.portCount()),
                    options.wanted(),
                    options.pace());
            file.write(state);
            try {
                return startAll(state);
            } catch (RuntimeException e) {
                clearInterrupt();
                file.read().ifPresent(this::stopAll);
                throw e;
            }
        });
    }

    /** Lets everything run on when this process ends. */
    public void detach() {
        file.locked(() -> {
            file.read().map(SystemState::detached).ifPresent(file::write);
            return true;
        });
    }

    /** @return false where nothing ran */
    public boolean down() {
        var state = file.read();
        if (state.isEmpty()) {
            return false;
        }
        var own = ProcessHandle.current().pid();
        state.get().liveLauncher().filter(pid -> pid.number() != own).ifPresent(launcher -> {
            notes.accept("asking the launcher (process " + launcher.number() + ") to stop");
            launcher.stop(GRACE.multipliedBy(4));
        });
        return file.locked(() -> {
            file.read().ifPresent(this::stopAll);
            return true;
        });
    }

    /** Stops what this process started; another launcher's system stays. */
    public void stopOwn() {
        file.locked(() -> {
            file.read()
                    .filter(state -> Pid.of(ProcessHandle.current()).equals(state.launcher()))
                    .ifPresent(this::stopAll);
            return true;
        });
    }

    /** Starts one service of a system that is up. */
    public PartState start(Part part) {
        return file.locked(() -> {
            var state = running();
            if (state.part(part).isAlive()) {
                throw new CliFailure(part.label() + " runs already");
            }
            var postgres = postgres();
            if (postgres.pid().isEmpty()) {
                postgres.start(state.postgresPort());
            }
            var started = startOne(part, state.wanting(part), postgres);
            readiness.await(started.part(part), data.log(part), READY);
            return started.part(part);
        });
    }

    /** Stops one service; the others stay. */
    public void stop(Part part) {
        file.locked(() -> {
            stopOne(running().part(part));
            return true;
        });
    }

    /** One more process of a service that is up, on free ports. It stops with the system, if not before. */
    public PartState startReplica(Part part) {
        var ports = Ports.take(0, 2);
        return startReplica(new PartState(part, ports.getFirst(), ports.getLast(), null));
    }

    /** Starts a replica that has ended again, on its ports. */
    public PartState startReplica(PartState replica) {
        return file.locked(() -> {
            var state = running();
            var started = starter.start(replica.part(), state.with(replica), postgres());
            file.write(state.withReplica(started));
            readiness.await(started, data.log(replica.part()), READY);
            return started;
        });
    }

    public void stopReplica(PartState replica) {
        file.locked(() -> {
            stopOne(replica);
            file.read().map(state -> state.withoutReplica(replica)).ifPresent(file::write);
            return true;
        });
    }

    /** Ends the database as a crash would. @param killed by a signal, rather than by its own immediate shutdown */
    public void crashDatabase(boolean killed) {
        postgres().crash(killed);
    }

    /** Starts the database again on its port; it recovers what was committed. */
    public void startDatabase() {
        postgres().start(running().postgresPort());
    }

    /** Ends sessions of the services at random. @return how many */
    public int endSessions(double share, long seed) {
        return postgres().endSessions(running().postgresPort(), share, seed);
    }

    /** Makes many waiting runs out of some. @param times copies of each */
    public void copyWaitingRuns(int times) {
        new WaitingRuns(postgres(), running().postgresPort()).copy(times);
    }

    public Optional<SystemState> state() {
        return file.read();
    }

    public boolean isReady(PartState part) {
        return part.isAlive() && readiness.isReady(part);
    }

    /** PostgreSQL's process, as far as it is up. */
    public Optional<Long> postgresPid() {
        var pid = postgres().pid();
        return pid.isPresent() ? Optional.of(pid.getAsLong()) : Optional.empty();
    }

    private SystemState startAll(SystemState state) {
        var postgres = postgres();
        postgres.start(state.postgresPort());
        notes.accept("postgres is up on port " + state.postgresPort());
        starter.writeServiceToken();
        var now = state;
        for (var part : Part.values()) {
            if (state.wanted().contains(part)) {
                now = startOne(part, now, postgres);
            }
        }
        for (var part : now.wantedParts()) {
            readiness.await(part, data.log(part.part()), READY);
            notes.accept(part.part().label() + " is ready");
        }
        return now;
    }

    private SystemState startOne(Part part, SystemState state, Postgres postgres) {
        var now = state.with(starter.start(part, state, postgres));
        file.write(now);
        return now;
    }

    /** Another launcher may still be at work; a dead one's leftovers are not. */
    private void heal(SystemState left) {
        left.liveLauncher().ifPresent(launcher -> {
            throw new CliFailure("Outrider is up already with " + data.root() + " (process " + launcher.number()
                    + "); `./outrider down` stops it");
        });
        if (left.launcher() == null && left.wantedParts().stream().anyMatch(PartState::isAlive)) {
            throw new CliFailure("Outrider is up already with " + data.root() + "; `./outrider down` stops it");
        }
        notes.accept("an earlier start ended without stopping; putting that right");
        stopAll(left);
    }

    private void stopAll(SystemState state) {
        state.replicas().forEach(this::stopOne);
        for (var part : state.parts().reversed()) {
            stopOne(part);
        }
        postgres().stop();
        file.delete();
    }

    /** Ctrl-C while starting interrupts us; stopping must still be able to wait. */
    private static boolean clearInterrupt() {
        return Thread.interrupted();
    }

    private void stopOne(PartState part) {
        var pid = part.pid();
        if (pid == null || !pid.isAlive()) {
            return;
        }
        var willingly = pid.stop(GRACE);
        notes.accept(part.part().label() + (willingly ? " has stopped" : " did not stop and was killed"));
    }

    private SystemState running() {
        return file.read()
                .orElseThrow(
                        () -> new CliFailure("Outrider is not up with " + data.root() + "; `./outrider up` starts it"));
    }

    private Postgres postgres() {
        return new Postgres(data.postgres(), installation.programs());
    }
}
