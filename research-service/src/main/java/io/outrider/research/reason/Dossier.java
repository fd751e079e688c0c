package io.outrider.research.reason;

import io.outrider.kit.security.Turn;
import io.outrider.research.brief.Account;
import io.outrider.research.brief.Snapshot;
import java.util.List;

/**
 * What a researcher is given.
 *
 * @param questions of the caller, in plain words
 * @param turn in which a model is asked
 */
public record Dossier(Account account, List<Snapshot> pages, List<String> questions, Turn turn) {

    public Dossier {
        pages = List.copyOf(pages);
        questions = List.copyOf(questions);
    }
}
