package io.outrider.research.brief;

import io.outrider.kit.error.Check;
import java.util.Map;
import java.util.regex.Pattern;

/** A company as the caller names it. */
public record Account(String domain, String name, String crmAccountId, Map<String, String> attributes) {

    private static final int MAX_DOMAIN = 253;
    private static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_TEXT = 1_000;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    public Account {
        Check.notBlank(domain, "account.domain");
        Check.atMost(domain, MAX_DOMAIN, "account.domain");
        Check.that(
                DOMAIN.matcher(domain).matches(),
                "account.domain",
                "must be a domain in lower case without scheme or path, for example ferrocraft.example");
        Check.atMost(name, MAX_TEXT, "account.name");
        Check.atMost(crmAccountId, MAX_TEXT, "account.crm_account_id");
        Check.that(
                attributes.size() <= MAX_ATTRIBUTES,
                "account.attributes",
                "must have at most " + MAX_ATTRIBUTES + " entries");
        attributes.forEach((key, value) -> {
            Check.atMost(key, MAX_TEXT, "account.attributes");
            Check.atMost(value, MAX_TEXT, "account.attributes");
        });
        attributes = Map.copyOf(attributes);
    }

    /** The name, or the domain's first label with a capital where the caller gave no name. */
    public String displayName() {
        if (!name.isBlank()) {
            return name;
        }
        var label = domain.substring(0, domain.indexOf('.'));
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
