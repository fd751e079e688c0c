package io.outrider.cli.launch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs on this machine, as the launcher last wrote it down.
 *
 * @param launcher the `up` in the foreground; null where there is none
 * @param postgresPort of the one server that holds all databases
 * @param parts every part with its ports, started or not
 * @param wanted the parts that `up` was asked for
 * @param pace shortest time between two requests to one site, ISO 8601; empty for the service's own
 * @param replicas further processes of services, each on ports of its own
 */
public record SystemState(
        @Nullable Pid launcher,
        int postgresPort,
        List<PartState> parts,
        Set<Part> wanted,
        String pace,
        List<PartState> replicas) {

    /** A file of an earlier release names no replicas. */
    public SystemState {
        parts = List.copyOf(parts);
        wanted = Set.copyOf(wanted);
        replicas = replicas == null ? List.of() : List.copyOf(replicas);
    }

    /** Ports are given out in pairs, in the order of {@link Part}; the database comes last. */
    static SystemState withPorts(Pid launcher, List<Integer> ports, Set<Part> wanted, String pace) {
        var parts = new ArrayList<PartState>();
        for (var part : Part.values()) {
            var at = 2 * part.ordinal();
            parts.add(new PartState(part, ports.get(at), ports.get(at + 1), null));
        }
        return new SystemState(launcher, ports.getLast(), parts, wanted, pace, List.of());
    }

    static int portCount() {
        return 2 * Part.values().length + 1;
    }

    public PartState part(Part part) {
        return parts.get(part.ordinal());
    }

    public boolean withSandbox() {
        return wanted.contains(Part.SANDBOX);
    }

    /** In the order of starting. */
    public List<PartState> wantedParts() {
        return parts.stream().filter(state -> wanted.contains(state.part())).toList();
    }

    SystemState with(PartState changed) {
        var all = new ArrayList<>(parts);
        all.set(changed.part().ordinal(), changed);
        return new SystemState(launcher, postgresPort, all, wanted, pace, replicas);
    }

    /** In the place of an earlier process on the same ports, if there was one. */
    SystemState withReplica(PartState replica) {
        var all = new ArrayList<>(withoutReplica(replica).replicas);
        all.add(replica);
        return new SystemState(launcher, postgresPort, parts, wanted, pace, all);
    }

    SystemState withoutReplica(PartState replica) {
        var others = replicas.stream()
                .filter(other -> other.httpPort() != replica.httpPort())
                .toList();
        return new SystemState(launcher, postgresPort, parts, wanted, pace, others);
    }

    SystemState wanting(Part part) {
        var more = EnumSet.of(part);
        more.addAll(wanted);
        return new SystemState(launcher, postgresPort, parts, more, pace, replicas);
    }

    SystemState detached() {
        return new SystemState(null, postgresPort, parts, wanted, pace, replicas);
    }

    /** False for what a killed launcher left behind. */
    public boolean isUp() {
        return liveLauncher().isPresent()
                || (launcher == null && wantedParts().stream().anyMatch(PartState::isAlive));
    }

    Optional<Pid> liveLauncher() {
        return Optional.ofNullable(launcher).filter(Pid::isAlive);
    }
}
