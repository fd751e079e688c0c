package io.outrider.research.brief;

import java.util.List;

/**
 * A reason to write to the account now.
 *
 * @param freshnessDays age of the newest claim behind it
 */
public record Hook(String text, List<String> claimIds, int freshnessDays) {

    public Hook {
        claimIds = List.copyOf(claimIds);
    }
}
