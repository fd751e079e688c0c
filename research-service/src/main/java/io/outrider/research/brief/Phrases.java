package io.outrider.research.brief;

import java.util.Locale;

/** Claims in words. A phrase adds nothing to what the claim says. */
final class Phrases {

    private Phrases() {}

    /** A sentence with a full stop. */
    static String sentence(Claim claim) {
        var text = text(claim);
        var end = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
        return end == '.' || end == '!' || end == '?' ? text : text + '.';
    }

    private static String text(Claim claim) {
        var value = claim.value();
        return switch (claim.predicate()) {
            case DESCRIPTION, NEWS -> value;
            case INDUSTRY -> "Industry: " + value;
            case EMPLOYEE_COUNT -> (claim.inferred() ? "Employs at least " : "Employs ") + grouped(value) + " people";
            case HEADQUARTERS -> "Based in " + value;
            case COUNTRY_CODE -> "Country: " + value;
            case FOUNDED_YEAR -> "Founded in " + value;
            case FUNDING_ROUND -> "Funding: " + value;
            case FUNDING_AMOUNT_USD -> "Raised " + grouped(value) + " US dollars";
            case TECHNOLOGY -> "Uses " + value;
            case OPEN_ROLES -> value.equals("1") ? "Has 1 open role" : "Has " + value + " open roles";
            case HIRING_FOR -> "Is hiring: " + value;
            case LEADER -> value;
            case CUSTOMER -> "Customer: " + value;
            case PRODUCT -> "Product: " + value;
            case CERTIFICATION -> "Certified: " + value;
            case OFFICE -> "Office in " + value;
            case COMPETITOR -> "Competes with " + value;
            case CONTACT_EMAIL -> "Contact: " + value;
        };
    }

    /** "12000" becomes "12,000". Left alone where it is no whole number. */
    private static String grouped(String number) {
        try {
            return String.format(Locale.ROOT, "%,d", Long.parseLong(number));
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
