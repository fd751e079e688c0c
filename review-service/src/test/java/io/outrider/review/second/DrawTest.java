package io.outrider.review.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.GateResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The database draws what is looked at again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class DrawTest {

    /** The first 52 bits of the MD5 of "second look", the run and the key, a line each. */
    private static final double FIRST_DRAW = 0.08971605494497492;

    @Inject
    Pool pool;

    @Test
    void drawsAboutItsShareAndTheSameOnesForEver() {
        var draws = pool.query("""
                        select count(*) filter (where d < 0.05) as drawn, min(d) as least, max(d) as most,
                            (array_agg(d order by i))[1] as first from (
                            select i, second_look_draw('run_' || i, 'crm:0') as d from generate_series(1, 4000) i) draws""").executeAndAwait().iterator().next();
        assertThat(draws.getLong("drawn")).isBetween(160L, 240L);
        assertThat(draws.getDouble("least")).isBetween(0.0, 0.01);
        assertThat(draws.getDouble("most")).isBetween(0.99, 1.0);
        assertThat(draws.getDouble("first")).isCloseTo(FIRST_DRAW, within(1e-15));
    }
}
