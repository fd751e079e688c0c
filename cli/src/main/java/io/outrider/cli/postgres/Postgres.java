package io.outrider.cli.postgres;

import io.outrider.cli.keys.KeyRing;
import io.outrider.cli.keys.SecretFiles;
import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL in a directory of ours. Its data stay between starts and every commit reaches the disk.
 *
 * <p>The server is a process of its own: it outlives this one, so that a service can be stopped and started alone.
 */
public final class Postgres {

    private static final String SUPERUSER = "postgres";
    private static final int RETRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path data;
    private final Path password;
    private final Path log;
    private final Commands commands;

    /**
     * @param home holds the data, the password and the log of this server
     * @param binaries where PostgreSQL is unpacked; several servers share it
     */
    public Postgres(Path home, Path binaries) {
        this.data = home.resolve("data").toAbsolutePath();
        this.password = home.resolve("superuser.password").toAbsolutePath();
        this.log = home.resolve("postgres.log").toAbsolutePath();
        this.commands = new Commands(PostgresBinaries.unpack(binaries));
    }

    /** Starts the server on a free port of 127.0.0.1; one that a crashed launcher left behind is stopped first. */
    public void start(int port) {
        stop();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
                + " -c max_connections=200 -c shared_buffers=128MB -c jit=off";
        var arguments = List.of("-D", data.toString(), "-l", log.toString(), "-o", options, "-w", "-t", "60", "start");
        var started = commands.run("pg_ctl", arguments);
        // The children of a server that was killed take a moment to notice, and hold its memory until then.
        for (int i = 0; !started.ok() && i < RETRIES; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            started = commands.run("pg_ctl", arguments);
        }
        if (!started.ok()) {
            throw new CliFailure("PostgreSQL did not start on port " + port + ": " + lastLines());
        }
        requireOurs(port);
    }

    /** Waits until it is down. Does nothing where it is not up. */
    public void stop() {
        if (pid().isEmpty()) {
            return;
        }
        var stopped = commands.run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "30", "stop"));
        if (!stopped.ok() && pid().isPresent()) {
            throw new CliFailure("PostgreSQL in " + data + " does not stop: " + stopped.output());
        }
    }

    /** Ends the server as a crash would: what was committed is recovered at its next start. */
    public void crash(boolean killed) {
        var process = pid();
        if (process.isEmpty()) {
            return;
        }
        if (killed) {
            ProcessHandle.of(process.getAsLong()).ifPresent(server -> {
                server.destroyForcibly();
                server.onExit().join();
            });
        } else {
            commands.run("pg_ctl", List.of("-D", data.toString(), "-m", "immediate", "-w", "-t", "30", "stop"));
        }
    }

    /** Ends sessions other than the superuser's, each with this probability. @return how many */
    public int endSessions(int port, double share, long seed) {
        var sql = "select count(pg_terminate_backend(pid)) from (select pid, setseed(?) from pg_stat_activity"
                + " where usename is not null and usename <> current_user order by pid) s where random() < ?";
        try (var connection = connect(port);
                var statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, (seed % 1_000_000) / 1_000_000.0);
            statement.setDouble(2, share);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new CliFailure("PostgreSQL on port " + port + " does not answer: " + e.getMessage(), e);
        }
    }

    /** The server's process, as far as it is alive. */
    public OptionalLong pid() {
        if (!Files.isDirectory(data)) {
            return OptionalLong.empty();
        }
        var status = commands.run("pg_ctl", List.of("-D", data.toString(), "status"));
        return status.ok() ? OptionalLong.of(readPid()) : OptionalLong.empty();
    }

    /** A connection as superuser. */
    Connection connect(int port) throws SQLException {
        return connect(port, "postgres");
    }

    Connection connect(int port, String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", SecretFiles.read(password));
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private void initialise() {
        try {
            Files.createDirectories(data.getParent());
            if (!Files.exists(password)) {
                SecretFiles.write(password, KeyRing.randomHex(24));
            }
            var initialised = commands.run(
                    "initdb",
                    List.of(
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password));
            if (!initialised.ok()) {
                throw new CliFailure("PostgreSQL cannot set up " + data + ": " + initialised.output());
            }
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another server may have answered on the port: nothing is written before it says that it is this one. */
    private void requireOurs(int port) {
        try (var connection = connect(port);
                var rows = connection.createStatement().executeQuery("select current_setting('data_directory')")) {
            rows.next();
            if (!Path.of(rows.getString(1)).toRealPath().equals(data.toRealPath())) {
                throw new CliFailure("Another PostgreSQL answers on port " + port);
            }
        } catch (SQLException e) {
            throw new CliFailure("PostgreSQL on port " + port + " does not answer as ours: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long readPid() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - 3), all.size()));
        } catch (IOException e) {
            return "its log " + log + " cannot be read";
        }
    }
}
