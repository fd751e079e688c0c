package io.outrider.research.app;

import io.outrider.kit.error.Check;
import io.outrider.kit.security.Turn;
import io.outrider.research.brief.Account;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Level;
import java.util.List;

/**
 * What is to be known of an account.
 *
 * @param refresh read everything again
 * @param turn for whom, and until when the caller waits
 */
public record ResearchTask(
        Account account, Depth depth, Level level, boolean refresh, List<String> questions, Turn turn) {

    private static final int QUESTIONS = 20;
    private static final int LONGEST = 300;

    public ResearchTask {
        Check.that(questions.size() <= QUESTIONS, "questions", "must be at most " + QUESTIONS);
        questions.forEach(question -> {
            Check.notBlank(question, "questions");
            Check.atMost(question, LONGEST, "questions");
        });
        questions = List.copyOf(questions);
    }

    public String workspace() {
        return turn.workspace();
    }
}
