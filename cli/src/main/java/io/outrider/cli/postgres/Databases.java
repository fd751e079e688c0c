package io.outrider.cli.postgres;

import io.outrider.cli.keys.KeyRing;
import io.outrider.cli.keys.SecretFiles;
import io.outrider.cli.output.CliFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A database and a role for each service. A role can open its own database and no other. */
public final class Databases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,40}");

    private final Path secrets;

    /** @param secrets where the roles' passwords are kept */
    public Databases(Path secrets) {
        this.secrets = secrets;
    }

    /** Makes what is missing. */
    public Login ensure(Postgres postgres, int port, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        var login = new Login(name, password(name));
        try (var connection = postgres.connect(port)) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                execute(connection, "create role " + name + " login");
            }
            execute(connection, "alter role " + name + " password '" + login.password() + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + name);
            }
            execute(connection, "revoke connect, temporary on database " + name + " from public");
            execute(connection, "revoke connect on database postgres from public");
            return login;
        } catch (SQLException e) {
            throw new CliFailure("The database of " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private String password(String name) {
        SecretFiles.directory(secrets);
        var file = secrets.resolve(name + ".password");
        if (!Files.exists(file)) {
            SecretFiles.write(file, KeyRing.randomHex(24));
        }
        return SecretFiles.read(file);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database has its role's name. */
    public record Login(String name, String password) {}
}
