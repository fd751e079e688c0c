package io.outrider.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.outrider.kit.error.Exhausted;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusMapperTest {

    private final StatusMapper mapper = new StatusMapper("research.outrider.io");

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "08006", "53300"})
    void aDatabaseThatGoesIsUnavailable(String sqlState) throws Exception {
        var status = mapper.toStatus(new IllegalStateException(new PgException("going", "FATAL", sqlState, "")));

        assertThat(status.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(detail(status, ErrorInfo.class).getReason()).isEqualTo("DATABASE_AWAY");
        assertThat(detail(status, RetryInfo.class).getRetryDelay().getSeconds()).isPositive();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsUnavailable() {
        assertThat(code(new ConnectException("Connection refused: db.internal/10.0.0.7:5432")))
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(code(ClosedConnectionException.INSTANCE)).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(code(new CompositeException(new IllegalStateException(), ClosedConnectionException.INSTANCE)))
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(code(new PgException("canceling statement due to statement timeout", "ERROR", "57014", "")))
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(code(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(code(new VertxException("Pending requests failed to be sent: the peer is gone")))
                .isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void anOutageDoesNotTellWhere() {
        assertThat(mapper.toStatus(new ConnectException("Connection refused: db.internal/10.0.0.7:5432")))
                .hasMessageNotContaining("db.internal");
    }

    @Test
    void aWrongStatementIsOurOwnFault() {
        assertThat(code(new PgException("relation \"x\" does not exist", "ERROR", "42P01", "")))
                .isEqualTo(Status.Code.INTERNAL);
    }

    @Test
    void whatIsUsedUpSaysWhenToComeBack() throws Exception {
        var status = mapper.toStatus(new Exhausted("DAILY_BUDGET", "used up", Duration.ofMillis(1_500)));

        var delay = detail(status, RetryInfo.class).getRetryDelay();
        assertThat(delay.getSeconds()).isEqualTo(1);
        assertThat(delay.getNanos()).isEqualTo(500_000_000);
    }

    private Status.Code code(Throwable thrown) {
        return mapper.toStatus(thrown).getStatus().getCode();
    }

    private static <T extends com.google.protobuf.Message> T detail(StatusRuntimeException status, Class<T> type)
            throws Exception {
        for (var any : StatusProto.fromThrowable(status).getDetailsList()) {
            if (any.is(type)) {
                return any.unpack(type);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + status.getStatus());
    }
}
