package io.outrider.orchestrator.budget;

import io.outrider.orchestrator.run.SpendLimit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of one workspace on one day, while some legs ask for their share. Plain arithmetic; whoever uses it holds the
 * lock that makes it true.
 */
final class Ration {

    /** The workspace as a whole. */
    static final String WORKSPACE = "";

    private final Map<String, SpendLimit> limits;
    private final Map<String, Spend> spent;
    private final Map<String, Spend> reserved;
    private final long revision;

    /** @param limits by playbook, and {@link #WORKSPACE}; spent and reserved likewise */
    Ration(Map<String, SpendLimit> limits, Map<String, Spend> spent, Map<String, Spend> reserved, long revision) {
        this.limits = limits;
        this.spent = spent;
        this.reserved = new HashMap<>(reserved);
        this.revision = revision;
    }

    /** {@link #take(String, Spend)}, where there may be no budget: then everything fits. */
    static Answer take(@Nullable Ration ration, String playbook, Spend bound) {
        return ration == null ? new Answer.Granted() : ration.take(playbook, bound);
    }

    /** Takes the share where it fits into every budget that applies, and nothing of it otherwise. */
    Answer take(String playbook, Spend bound) {
        var whole = check(WORKSPACE, "The workspace's budget of the day", bound);
        var own = playbook.isEmpty()
                ? new Answer.Granted()
                : check(playbook, "The day's budget of playbook " + playbook, bound);
        var answer = worse(whole, own);
        if (answer instanceof Answer.Granted) {
            reserved.merge(WORKSPACE, bound, Spend::plus);
            if (!playbook.isEmpty()) {
                reserved.merge(playbook, bound, Spend::plus);
            }
        }
        return answer;
    }

    private Answer check(String scope, String name, Spend bound) {
        var limit = limits.getOrDefault(scope, SpendLimit.NONE);
        var alone = spent.getOrDefault(scope, Spend.NONE).plus(bound);
        if (over(alone, limit)) {
            return new Answer.Exhausted(
                    name + " is used up: " + words(spent.getOrDefault(scope, Spend.NONE), limit), revision);
        }
        return over(alone.plus(reserved.getOrDefault(scope, Spend.NONE)), limit)
                ? Answer.Crowded.of(name)
                : new Answer.Granted();
    }

    private static boolean over(Spend spend, SpendLimit limit) {
        return (limit.microUsd() > 0 && spend.microUsd() > limit.microUsd())
                || (limit.tokens() > 0 && spend.tokens() > limit.tokens());
    }

    private static String words(Spend spent, SpendLimit limit) {
        var money =
                limit.microUsd() == 0 ? "" : "$%.4f of $%.4f".formatted(spent.microUsd() / 1e6, limit.microUsd() / 1e6);
        var tokens = limit.tokens() == 0 ? "" : "%,d of %,d tokens".formatted(spent.tokens(), limit.tokens());
        return money.isEmpty() || tokens.isEmpty() ? money + tokens : money + ", " + tokens;
    }

    private static Answer worse(Answer a, Answer b) {
        if (a instanceof Answer.Exhausted || b instanceof Answer.Granted) {
            return a;
        }
        return b instanceof Answer.Exhausted || a instanceof Answer.Granted ? b : a;
    }
}
