package io.outrider.orchestrator.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.run.SpendLimit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RationTest {

    private static final Spend BOUND = new Spend(100, 1_000);

    @Test
    void grantsUpToTheLimitAndNotBeyond() {
        var ration = new Ration(Map.of("", new SpendLimit(250, 0)), Map.of(), Map.of(), 7);

        assertThat(ration.take("a", BOUND)).isInstanceOf(Answer.Granted.class);
        assertThat(ration.take("b", BOUND)).isInstanceOf(Answer.Granted.class);
        assertThat(ration.take("c", BOUND)).isInstanceOf(Answer.Crowded.class);
    }

    @Test
    void tellsWhatIsSpentFromWhatIsOnlyReserved() {
        var limits = Map.of("", new SpendLimit(0, 1_500));

        assertThat(new Ration(limits, Map.of(), Map.of("", new Spend(0, 501)), 1).take("a", BOUND))
                .isInstanceOf(Answer.Crowded.class);
        assertThat(new Ration(limits, Map.of("", new Spend(0, 501)), Map.of(), 1).take("a", BOUND))
                .isEqualTo(
                        new Answer.Exhausted("The workspace's budget of the day is used up: 501 of 1,500 tokens", 1));
    }

    @Test
    void keepsEveryBudgetThatApplies() {
        var limits = Map.of("", new SpendLimit(1_000, 0), "uptime", new SpendLimit(150, 0));
        var ration = new Ration(limits, Map.of(), Map.of(), 3);

        assertThat(ration.take("uptime", BOUND)).isInstanceOf(Answer.Granted.class);
        assertThat(ration.take("uptime", BOUND)).isInstanceOf(Answer.Crowded.class);
        assertThat(ration.take("other", BOUND)).isInstanceOf(Answer.Granted.class);
        assertThat(ration.take("", BOUND)).isInstanceOf(Answer.Granted.class);
    }

    @Test
    void takesNothingOfOneBudgetWhereAnotherRefuses() {
        var limits = Map.of("", new SpendLimit(200, 0), "uptime", new SpendLimit(50, 0));
        var ration = new Ration(limits, Map.of(), Map.of(), 3);

        assertThat(ration.take("uptime", BOUND)).isInstanceOf(Answer.Exhausted.class);
        assertThat(ration.take("other", BOUND)).isInstanceOf(Answer.Granted.class);
        assertThat(ration.take("other", BOUND)).isInstanceOf(Answer.Granted.class);
    }

    @Test
    void neverPassesALimitHoweverManyAsk() {
        var random = new java.util.Random(11);
        for (int round = 0; round < 200; round++) {
            var limit = 1 + random.nextInt(5_000);
            var ration = new Ration(Map.of("", new SpendLimit(limit, 0)), Map.of(), Map.of(), 1);
            long granted = 0;
            for (int i = 0; i < 100; i++) {
                var bound = new Spend(1 + random.nextInt(200), 0);
                if (ration.take("", bound) instanceof Answer.Granted) {
                    granted += bound.microUsd();
                }
            }
            assertThat(granted).isLessThanOrEqualTo(limit);
        }
    }
}
