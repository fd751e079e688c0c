package io.outrider.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.v1.WatchDecisionsResponse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class WatchDecisionsTest {

    @Inject
    AgroalDataSource database;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        gate.close();
    }

    @Test
    @Timeout(60)
    void streamsNoDecisionBeforeAnEarlierTransactionHasEnded() throws SQLException {
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            add(slow, "first");
            try (var fast = database.getConnection()) {
                fast.setAutoCommit(false);
                add(fast, "second");
                fast.commit();
            }
            var stream = gate.watch();
            // The later transaction is there for all to read, and must wait all the same: the slow one may still
            // commit.
            var first = CompletableFuture.supplyAsync(stream::next);
            assertThat(comes(first)).isFalse();
            slow.commit();

            assertThat(first.join().getItemId()).isEqualTo("first");
            assertThat(stream.next().getItemId()).isEqualTo("second");
        }
    }

    @Test
    @Timeout(60)
    void streamsEveryDecisionOfManyWritersThatCommitOutOfOrder() throws Exception {
        var writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        try (var connection = database.getConnection()) {
                            connection.setAutoCommit(false);
                            add(connection, writer + "-" + i);
                            try (var pause = connection.prepareStatement("select pg_sleep(random() * 0.02)")) {
                                pause.execute();
                            }
                            connection.commit();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .toList();

        var stream = gate.watch();
        var seen = new ArrayList<WatchDecisionsResponse>();
        while (seen.size() < 200) {
            seen.add(stream.next());
        }
        writers.forEach(CompletableFuture::join);
        assertThat(seen).extracting(WatchDecisionsResponse::getItemId).doesNotHaveDuplicates();
        assertThat(seen).extracting(WatchDecisionsResponse::getCursor).isSorted();
    }

    private static boolean comes(CompletableFuture<WatchDecisionsResponse> next) {
        try {
            next.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Connection connection, String itemId) throws SQLException {
        var document = WatchDecisionsResponse.newBuilder()
                .setItemId(itemId)
                .setWorkspaceId(gate.workspace)
                .build();
        try (var insert = connection.prepareStatement(
                "insert into decision_feed (workspace_id, item_id, document) values (?, ?, ?)")) {
            insert.setString(1, gate.workspace);
            insert.setString(2, itemId);
            insert.setBytes(3, document.toByteArray());
            insert.executeUpdate();
        }
        try (var notify = connection.prepareStatement("select pg_notify('outrider_decisions', '')")) {
            notify.execute();
        }
    }
}
