package io.outrider.sandbox.model;

import java.util.List;

/** Reads what a company has several of: people, jobs, customers, tools, products, news. */
final class ListExtractors {

    private static final String[] TITLES = {
        "Chief", "Head", "VP", "Managing", "Operations", "Plant", "Production", "Mill", "General", "Founder",
                "Co-founder",
        "President", "Works", "Director", "Creative", "Harbour", "Yard", "Principal", "Publisher", "CEO", "CTO",
                "Directrice"
    };

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private static final Cue LEADER = Cue.of(
            "(?:Meet )?(\\p{Lu}[\\p{L}'-]+(?: (?:van|de|der|von|\\p{Lu}[\\p{L}'-]+)){1,3})(?: is our |, | serves as | – )"
                    + "((?:" + String.join("|", TITLES) + ")(?: (?:and|of|générale|\\p{Lu}[\\p{L}-]*)){0,5})",
            TITLES);

    private static final Cue JOB = Cue.of(
            "(?:hiring an?|looking for an?|Vacancy:|Open position:) ([\\p{L} /-]{3,50}?)(?: in \\p{Lu}| ?\\(|, \\p{Lu})",
            "hiring a",
            "looking for",
            "Vacancy:",
            "Open position:");

    /** On a careers page a job may stand alone: "Shift Lead, Venlo". */
    private static final Cue PLAIN_JOB = Cue.of(
            "^(\\p{Lu}[\\p{L} /-]*(?:Engineer|Technician|Operator|Manager|Lead|Planner|Mechanic|Fitter|Director|Analyst)), "
                    + "\\p{Lu}[\\p{L} -]{2,30}$",
            ", ");

    private static final Cue ROLES =
            Cue.of("\\b(\\d+) (?:open roles|open positions|vacancies)", "open roles", "open positions", "vacancies");

    private static final Cue CUSTOMERS = Cue.of(
            "(?:customers include|proud to serve|Customers:|Companies such as|In production at) (.+?)(?: rely on us)?\\.?$",
            "customers include",
            "proud to serve",
            "Customers:",
            "Companies such as",
            "In production at");

    private static final Cue TOOLS = Cue.of(
            "(?:^|\\s)(?:We use|we work with|Stack:|landscape is built on|Under the hood we run) (.+?)\\.?$",
            "We use",
            "we work with",
            "Stack:",
            "is built on",
            "Under the hood");

    private static final Cue OFFICES = Cue.of("offices in (.+?)\\.?$", "offices in");
    private static final Cue RIVALS = Cue.of("compare us with (.+?)\\.?$", "compare us");
    private static final Cue CERTIFIED = Cue.of(
            "\\b(ISO \\d{3,5}|IATF \\d+|FSSC \\d+|SOC 2|BRCGS|FSC)\\b", "ISO", "IATF", "FSSC", "SOC", "BRCGS", "FSC");
    private static final Cue EMAIL = Cue.of("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+\\b", "@");

    private static final Cue NEWS =
            Cue.of("\\d{1,2} (?:" + String.join("|", MONTHS) + ") \\d{4}: (.{10,160}?)\\.?$", MONTHS);

    private static final Cue PRODUCT = Cue.of("^(\\p{Lu}[\\p{L}\\d -]{2,40}?) is (?:an?|our) [^.]{8,}\\.?$", " is ");

    private ListExtractors() {}

    static void read(String sentence, String url, List<Finding> found) {
        var news = NEWS.in(sentence);
        if (news != null) {
            found.add(Finding.sure("news", news.group(1)));
            return;
        }
        var leader = LEADER.in(sentence);
        if (leader != null) {
            do {
                found.add(Finding.sure("leader", leader.group(1) + ", " + leader.group(2)));
            } while (leader.find());
        }
        jobs(sentence, url, found);
        each(CUSTOMERS, sentence, "customer", found);
        each(TOOLS, sentence, "technology", found);
        each(OFFICES, sentence, "office", found);
        each(RIVALS, sentence, "competitor", found);
        var certified = CERTIFIED.in(sentence);
        if (certified != null) {
            do {
                found.add(Finding.sure("certification", certified.group(1)));
            } while (certified.find());
        }
        var email = EMAIL.in(sentence);
        if (email != null) {
            found.add(Finding.sure("contact_email", email.group()));
        }
        var product = url.contains("product") ? PRODUCT.in(sentence) : null;
        if (product != null) {
            found.add(Finding.likely("product", product.group(1)));
        }
    }

    private static void jobs(String sentence, String url, List<Finding> found) {
        var roles = ROLES.in(sentence);
        if (roles != null) {
            found.add(Finding.sure("open_roles", roles.group(1)));
        }
        var job = JOB.in(sentence);
        if (job != null) {
            do {
                found.add(Finding.sure("hiring_for", job.group(1).strip()));
            } while (job.find());
        }
        var plain = url.contains("careers") ? PLAIN_JOB.in(sentence) : null;
        if (plain != null) {
            found.add(Finding.likely("hiring_for", plain.group(1)));
        }
    }

    private static void each(Cue cue, String sentence, String predicate, List<Finding> found) {
        var matcher = cue.in(sentence);
        if (matcher != null) {
            for (var item : matcher.group(1).split(", | and ")) {
                found.add(Finding.likely(predicate, item.strip()));
            }
        }
    }
}
