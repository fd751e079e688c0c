package io.outrider.orchestrator.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void givesTheLaneOfACommitThatHangsToTheNext() {
        var group = new GroupCommit<String, String>(
                Comparator.naturalOrder(),
                commands -> commands.contains("hangs")
                        ? Promise.<List<String>>promise().future()
                        : Future.succeededFuture(commands),
                SHORT);
        var first = group.submit("hangs");

        assertThat(group.submit("goes").orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("goes");

        assertThatThrownBy(first::join).hasCauseInstanceOf(TimeoutException.class);
    }
}
