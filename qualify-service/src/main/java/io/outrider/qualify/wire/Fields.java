package io.outrider.qualify.wire;

import io.outrider.kit.error.Check;
import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Person;
import java.util.regex.Pattern;

/** The limits that the contract sets to what comes in. */
public final class Fields {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_CLAIMS = 5_000;

    private Fields() {}

    public static String domain(String value, String field) {
        Check.notBlank(value, field);
        Check.that(DOMAIN.matcher(value).matches(), field, "must be a domain of at most 253 characters");
        return value;
    }

    /** An id that a service of ours could have given. */
    public static String id(String value, String field) {
        Check.notBlank(value, field);
        Check.that(ID.matcher(value).matches(), field, "must be 1 to 64 characters of A-Z a-z 0-9 _ -");
        return value;
    }

    static void check(Account account) {
        domain(account.getDomain(), "account.domain");
        Check.that(
                account.getAttributesCount() <= MAX_ATTRIBUTES,
                "account.attributes",
                "must be at most " + MAX_ATTRIBUTES + " entries, has " + account.getAttributesCount());
        account.getAttributesMap()
                .forEach((key, value) -> Check.atMost(value, MAX_TEXT, "account.attributes[" + key + "]"));
    }

    static void check(Person person) {
        Check.notBlank(person.getId(), "person.id");
        Check.atMost(person.getId(), MAX_TEXT, "person.id");
        Check.atMost(person.getTitle(), MAX_TEXT, "person.title");
    }

    /** Facts of one company must not decide about another. */
    static void check(Brief brief, Account account) {
        var known = brief.getAccount().getDomain();
        Check.that(
                known.isEmpty() || known.equalsIgnoreCase(account.getDomain()),
                "brief.account.domain",
                "is not the account's " + account.getDomain());
        Check.that(
                brief.getClaimsCount() <= MAX_CLAIMS,
                "brief.claims",
                "must be at most " + MAX_CLAIMS + ", has " + brief.getClaimsCount());
    }
}
