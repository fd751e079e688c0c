package io.outrider.cli.accounts;

import java.util.Map;

/**
 * One account of a file, and whom to write to there.
 *
 * @param line where it stands in the file, from 1
 * @param domain lower case, without scheme or path
 * @param columns the contact's and the account's named columns; absent ones are missing
 * @param attributes further columns of the caller's own
 */
public record AccountLine(int line, String domain, Map<String, String> columns, Map<String, String> attributes) {

    public AccountLine {
        columns = Map.copyOf(columns);
        attributes = Map.copyOf(attributes);
    }

    /** Empty where the file does not have it. */
    public String column(String name) {
        return columns.getOrDefault(name, "");
    }

    /** Whether the line names a person. */
    public boolean hasContact() {
        return !(column("email") + column("first_name") + column("last_name")).isEmpty();
    }
}
