package io.outrider.orchestrator.run.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageOfTheDatabaseTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new SocketException("Connection reset"),
                new TimeoutException("(timeout=30000ms)"),
                ClosedConnectionException.INSTANCE,
                new PgException("terminating connection due to administrator command", "FATAL", "57P01", ""),
                new PgException("sorry, too many clients already", "FATAL", "53300", ""));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("of our own making"),
                new InvalidProtocolBufferException("bytes that are no message"),
                new PgException("duplicate key value", "ERROR", "23505", ""),
                new PgException("value too long", "ERROR", "22001", ""));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passesByItself(Throwable thrown) {
        assertThat(Outage.is(new CompletionException(thrown))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void isTheRunsOwn(Throwable thrown) {
        assertThat(Outage.is(new CompletionException(thrown))).isFalse();
    }
}
