package io.outrider.review;

import static io.outrider.review.fixture.Samples.crm;
import static io.outrider.review.fixture.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TestTokens;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.Gate;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.TestClock;
import io.outrider.review.queue.ExpireItems;
import io.outrider.review.v1.ExpiryPolicy;
import io.outrider.review.v1.GetReviewItemRequest;
import io.outrider.review.v1.ItemState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
class ExpireItemsTest {

    @Inject
    TestClock clock;

    @Inject
    ExpireItems expireItems;

    TestTokens tokens;

    private Gate gate;

    @BeforeEach
    void connect() {
        gate = new Gate(tokens);
    }

    @AfterEach
    void disconnect() {
        clock.ahead(Duration.ZERO);
        gate.close();
    }

    @Test
    void dropsWhatNobodyDecidedInTime() throws Throwable {
        var id = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run)))
                .getOutcomes(0)
                .getItemId();
        clock.ahead(Duration.ofHours(73));
        sweep();

        assertThat(state(id)).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
        var decision = gate.watch().next();
        assertThat(decision.getState()).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
        assertThat(decision.hasGrant()).isFalse();
        assertThat(decision.getDecidedBy()).isEqualTo("policy");
    }

    @Test
    void escalatesBeforeItDropsWhereThePolicySaysSo() throws Throwable {
        gate.update(policy -> policy.getRulesBuilderList()
                .forEach(rule -> rule.setExpiryPolicy(ExpiryPolicy.EXPIRY_POLICY_ESCALATE)));
        var id = gate.calls
                .service(gate.workspace)
                .proposeAction(request(crm(gate.run)))
                .getOutcomes(0)
                .getItemId();

        clock.ahead(Duration.ofHours(73));
        sweep();
        assertThat(state(id)).isEqualTo(ItemState.ITEM_STATE_ESCALATED);
        clock.ahead(Duration.ofHours(145));
        sweep();
        assertThat(state(id)).isEqualTo(ItemState.ITEM_STATE_EXPIRED);
    }

    private void sweep() throws Throwable {
        VertxContextSupport.subscribeAndAwait(expireItems::sweep);
    }

    private ItemState state(String id) {
        return gate.calls
                .service(gate.workspace)
                .getReviewItem(GetReviewItemRequest.newBuilder().setItemId(id).build())
                .getItem()
                .getState();
    }
}
