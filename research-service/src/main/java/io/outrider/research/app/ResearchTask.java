package io.outrider.research.app;

import io.outrider.kit.error.Check;
import io.outrider.research.brief.Account;
import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Level;
import java.time.Instant;
import java.util.List;

/**
 * What is to be known of an account.
 *
 * @param refresh read everything again
 * @param deadline when the caller stops waiting
 */
public record ResearchTask(
        String workspace,
        Account account,
        Depth depth,
        Level level,
        boolean refresh,
        List<String> questions,
        Instant deadline) {

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
}
