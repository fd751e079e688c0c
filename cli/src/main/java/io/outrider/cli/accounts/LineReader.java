package io.outrider.cli.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the fields of each line into an account or a refusal, and remembers the domains it has seen. */
final class LineReader {

    private static final Set<String> COLUMNS = Set.of(
            "name",
            "crm_account_id",
            "first_name",
            "last_name",
            "title",
            "seniority",
            "department",
            "email",
            "phone",
            "profile_url",
            "location");

    private static final int LONGEST_VALUE = 1_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private final List<String> header;
    private final List<AccountLine> accounts = new ArrayList<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private final Map<String, Integer> lineOfKey = new HashMap<>();

    LineReader(List<String> header) {
        this.header = header;
    }

    void accept(int line, List<String> fields) {
        if (fields.size() != header.size()) {
            refuse(
                    line,
                    "WRONG_FIELD_COUNT",
                    "has " + fields.size() + " fields where the first line names " + header.size());
            return;
        }
        for (var i = 0; i < fields.size(); i++) {
            if (!isClean(line, header.get(i), fields.get(i))) {
                return;
            }
        }
        acceptClean(line, fields);
    }

    private boolean isClean(int line, String column, String value) {
        if (value.length() > LONGEST_VALUE) {
            refuse(
                    line,
                    "FIELD_TOO_LONG",
                    column + " has " + value.length() + " characters, " + LONGEST_VALUE + " are allowed");
            return false;
        }
        if (CONTROL.matcher(value).find()) {
            refuse(line, "CONTROL_CHARACTER", column + " holds a control character");
            return false;
        }
        if (value.indexOf('\uFFFD') >= 0) {
            refuse(line, "NOT_UTF8", column + " is not UTF-8 text");
            return false;
        }
        if (column.equals("email")
                && !value.isBlank()
                && !EMAIL.matcher(value.strip()).matches()) {
            refuse(line, "INVALID_EMAIL", "\"" + shortened(value) + "\" is not an email address");
            return false;
        }
        return true;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value.strip() : value.substring(0, 60) + "…";
    }

    AccountsFile result() {
        return new AccountsFile(accounts, refused);
    }

    private void acceptClean(int line, List<String> fields) {
        var text = fields.get(header.indexOf("domain"));
        if (text.isBlank()) {
            refuse(line, "MISSING_DOMAIN", "names no domain");
            return;
        }
        var domain = Domains.read(text);
        if (domain.isEmpty()) {
            refuse(line, "INVALID_DOMAIN", "\"" + shortened(text) + "\" is not a domain");
            return;
        }
        var account = account(line, domain.get(), fields);
        var first = lineOfKey.putIfAbsent(account.domain(), line);
        if (first != null) {
            refuse(line, "DUPLICATE", account.domain() + " stands on line " + first + " already");
            return;
        }
        accounts.add(account);
    }

    private AccountLine account(int line, String domain, List<String> fields) {
        var columns = new HashMap<String, String>();
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.size(); i++) {
            var name = header.get(i);
            var value = fields.get(i).strip();
            if (!name.equals("domain") && !name.isEmpty() && !value.isEmpty()) {
                (COLUMNS.contains(name) ? columns : attributes).put(name, value);
            }
        }
        return new AccountLine(line, domain, columns, attributes);
    }

    void refuse(int line, String code, String reason) {
        refused.add(new RefusedLine(line, code, reason));
    }
}
