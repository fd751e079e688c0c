package io.outrider.sandbox.model;

import java.util.List;
import java.util.regex.Pattern;

/** Reads what a company has several of: people, jobs, customers, tools, products, news. */
final class ListExtractors {

    private static final Pattern LEADER = Pattern.compile(
            "(?:Meet )?(\\p{Lu}[\\p{L}'-]+(?: (?:van|de|der|von|\\p{Lu}[\\p{L}'-]+)){1,3})(?: is our |, | serves as | – )"
                    + "((?:Chief|Head|VP|Managing|Operations|Plant|Production|Mill|General|Founder|Co-founder|President|Works|"
                    + "Director|Creative|Harbour|Yard|Principal|Publisher|CEO|CTO|Directrice)"
                    + "(?: (?:and|of|générale|\\p{Lu}[\\p{L}-]*)){0,5})");

    private static final Pattern JOB = Pattern.compile(
            "(?:hiring an?|looking for an?|Vacancy:|Open position:) ([\\p{L} /-]{3,50}?)(?: in \\p{Lu}| ?\\(|, \\p{Lu})");

    /** On a careers page a job may stand alone: "Shift Lead, Venlo". */
    private static final Pattern PLAIN_JOB = Pattern.compile(
            "(\\p{Lu}[\\p{L} /-]*(?:Engineer|Technician|Operator|Manager|Lead|Planner|Mechanic|Fitter|Director|Analyst|Designer)), "
                    + "\\p{Lu}[\\p{L} -]{2,30}");

    private static final Pattern ROLES = Pattern.compile("\\b(\\d+) (?:open roles|open positions|vacancies)");

    private static final Pattern CUSTOMERS = Pattern.compile(
            "(?:customers include|proud to serve|Customers:|Companies such as|In production at) (.+?)(?: rely on us)?\\.?$");

    private static final Pattern TOOLS = Pattern.compile(
            "(?:^|\\s)(?:We use|we work with|Stack:|landscape is built on|Under the hood we run) (.+?)\\.?$");

    private static final Pattern OFFICES = Pattern.compile("offices in (.+?)\\.?$");
    private static final Pattern RIVALS = Pattern.compile("compare us with (.+?)\\.?$");
    private static final Pattern CERTIFIED =
            Pattern.compile("\\b(ISO \\d{3,5}|IATF \\d+|FSSC \\d+|SOC 2|BRCGS|FSC)\\b");
    private static final Pattern EMAIL = Pattern.compile("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+\\b");

    private static final Pattern NEWS = Pattern.compile(
            "\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}: (.{10,160}?)\\.?$");

    private static final Pattern PRODUCT =
            Pattern.compile("^(\\p{Lu}[\\p{L}\\d -]{2,40}?) is (?:an?|our) [^.]{8,}\\.?$");

    private ListExtractors() {}

    static void read(String sentence, String url, List<Finding> found) {
        var news = NEWS.matcher(sentence);
        if (news.find()) {
            found.add(Finding.sure("news", news.group(1)));
        }
        var leader = LEADER.matcher(sentence);
        if (leader.find() && news.reset().find()) {
            return;
        }
        leader.reset();
        while (leader.find()) {
            found.add(Finding.sure("leader", leader.group(1) + ", " + leader.group(2)));
        }
        jobs(sentence, url, found);
        each(CUSTOMERS, sentence, "customer", found);
        each(TOOLS, sentence, "technology", found);
        each(OFFICES, sentence, "office", found);
        each(RIVALS, sentence, "competitor", found);
        var certified = CERTIFIED.matcher(sentence);
        while (certified.find()) {
            found.add(Finding.sure("certification", certified.group(1)));
        }
        var email = EMAIL.matcher(sentence);
        if (email.find()) {
            found.add(Finding.sure("contact_email", email.group()));
        }
        var product = PRODUCT.matcher(sentence);
        if (url.contains("product") && product.find()) {
            found.add(Finding.likely("product", product.group(1)));
        }
    }

    private static void jobs(String sentence, String url, List<Finding> found) {
        var roles = ROLES.matcher(sentence);
        if (roles.find()) {
            found.add(Finding.sure("open_roles", roles.group(1)));
        }
        var job = JOB.matcher(sentence);
        while (job.find()) {
            found.add(Finding.sure("hiring_for", job.group(1).strip()));
        }
        var plain = PLAIN_JOB.matcher(sentence);
        if (url.contains("careers") && plain.matches()) {
            found.add(Finding.likely("hiring_for", plain.group(1)));
        }
    }

    private static void each(Pattern pattern, String sentence, String predicate, List<Finding> found) {
        var matcher = pattern.matcher(sentence);
        if (matcher.find()) {
            for (var item : matcher.group(1).split(", | and ")) {
                found.add(Finding.likely(predicate, item.strip()));
            }
        }
    }
}
