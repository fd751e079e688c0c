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

    /** Makes what is missing: a database, and a role that owns it. */
    public Login ensure(Postgres postgres, int port, String name) {
        return ensure(postgres, port, name, name);
    }

    /**
     * Makes what is missing: a database, the role that owns and migrates it, and another one that the service connects as. What
     * the service's role owned before this was so goes to the owner.
     */
    public Login ensureOwned(Postgres postgres, int port, String name) {
        var login = ensure(postgres, port, name, name + "_owner");
        try (var connection = postgres.connect(port, name)) {
            execute(connection, "grant connect on database " + name + " to " + name);
            execute(connection, "reassign owned by " + name + " to " + name + "_owner");
            return login;
        } catch (SQLException e) {
            throw new CliFailure("The database of " + name + " cannot be given its owner: " + e.getMessage(), e);
        }
    }

    private Login ensure(Postgres postgres, int port, String name, String owner) {
        if (!NAME.matcher(name).matches() || !NAME.matcher(owner).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        var login = new Login(name, password(name), owner, password(owner));
        try (var connection = postgres.connect(port)) {
            role(connection, name, login.password());
            role(connection, owner, login.ownerPassword());
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + owner);
            }
            execute(connection, "revoke connect, temporary on database " + name + " from public");
            execute(connection, "revoke connect on database postgres from public");
            return login;
        } catch (SQLException e) {
            throw new CliFailure("The database of " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role " + name + " login");
        }
        execute(connection, "alter role " + name + " password '" + password + "'");
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

    /** The database has its role's name. The owner is the same role, or another that migrates. */
    public record Login(String name, String password, String owner, String ownerPassword) {}
}
