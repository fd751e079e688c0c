package io.outrider.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.kit.test.YoungTables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class PlansTest {

    @Inject
    Pool pool;

    /** As decide_together writes it. */
    private static final String UPDATE = "update item set state = $3 where workspace_id = $1 and id = $2";

    static Stream<String> statements() {
        return Stream.of(Arrivals.READ, Hearings.READ, CheckGrants.FIND, UPDATE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOnlyWhatItIsAskedForAlsoInANewInstallation(String statement) {
        assertThat(new YoungTables(pool).widely(statement)).isEmpty();
    }
}
