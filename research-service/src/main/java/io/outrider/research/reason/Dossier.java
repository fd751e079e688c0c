package io.outrider.research.reason;

import io.outrider.research.brief.Account;
import io.outrider.research.brief.Snapshot;
import java.time.Instant;
import java.util.List;

/**
 * What a researcher is given.
 *
 * @param questions of the caller, in plain words
 * @param deadline after which no model is asked
 */
public record Dossier(Account account, List<Snapshot> pages, List<String> questions, Instant deadline) {

    public Dossier {
        pages = List.copyOf(pages);
        questions = List.copyOf(questions);
    }
}
