package io.outrider.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on a free port for the tests of one application, thrown away after them. Where the module has a resource
 * {@value #SERVICE_ROLE}, that script makes the role {@code outrider_service} and the application connects as it, while the owner
 * migrates; else it is the owner.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    static final String SERVICE_ROLE = "db/service-role.sql";

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            var started = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            postgres = started;
            var address = "://localhost:" + started.getPort() + "/postgres";
            var settings = new HashMap<>(Map.of(
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "quarkus.datasource.reactive.url",
                    "vertx-reactive:postgresql" + address,
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql" + address));
            if (makeServiceRole(started)) {
                settings.putAll(Map.of(
                        "quarkus.datasource.username", "outrider_service",
                        "quarkus.datasource.password", "service",
                        "quarkus.flyway.username", "postgres",
                        "quarkus.flyway.password", "postgres"));
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The role of the service cannot be made", e);
        }
    }

    private static boolean makeServiceRole(EmbeddedPostgres postgres) throws IOException, SQLException {
        try (var script = Thread.currentThread().getContextClassLoader().getResourceAsStream(SERVICE_ROLE)) {
            if (script == null) {
                return false;
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return true;
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
