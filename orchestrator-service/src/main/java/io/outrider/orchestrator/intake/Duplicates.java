package io.outrider.orchestrator.intake;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the lines of one batch that say the same again: one domain, one contact. For one batch and one thread. */
public final class Duplicates {

    private final Map<String, Integer> firstIndex = new HashMap<>();

    /**
     * @param account as {@link AccountIntake} accepted it
     * @param index of the entry, from 0
     * @return code DUPLICATE where an earlier entry named the same; null where this is the first
     */
    public AccountIntake.Checked.@Nullable Refused check(Account account, Person person, int index) {
        var key = account.getDomain() + "\n" + (person.getEmail().isEmpty() ? person.getId() : person.getEmail());
        var first = firstIndex.putIfAbsent(key, index);
        return first == null
                ? null
                : new AccountIntake.Checked.Refused(
                        "DUPLICATE", account.getDomain() + " with this contact stands in entry " + first + " already");
    }
}
