package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;

/** All rules that look for single sentences. */
final class RuleBook {

    private RuleBook() {}

    static List<Rule> rules() {
        return List.of(
                new DataLineRule(),
                new HeadcountRule(),
                new SeatRule(),
                new FundingRule(),
                new NewsRule(),
                new PeopleRule(),
                new HiringRule(),
                new CertificateRule(),
                ValueRule.of(
                        Predicate.FOUNDED_YEAR,
                        "founded established incorporated est",
                        "(?i:\\b(?:founded|established|incorporated|est\\.?)(?: (?:back )?in)?) (?<value>1[5-9]\\d\\d|20[0-4]\\d)\\b",
                        0.8,
                        false),
                ValueRule.of(
                        Predicate.FOUNDED_YEAR,
                        "began started business",
                        "(?i:\\b(?:began in|started in|in business since)) (?<value>1[5-9]\\d\\d|20[0-4]\\d)\\.?$",
                        0.7,
                        true),
                ListRule.of(
                        Predicate.TECHNOLOGY,
                        "use uses stack work built powered run runs technologies",
                        "we use|stack|technologies:|we work with|built on|built with|powered by|we run",
                        "(?:\\b(?i:we use|our stack includes|tech stack:|stack:|technologies:|every day we work with|(?:is |are )?built on|"
                                + "built with|powered by|under the hood we run|we run on))\\s+" + Lists.REST,
                        0.75),
                ListRule.of(
                        Predicate.CUSTOMER,
                        "customers customer clients serve trusted production",
                        "customers|clients|to serve|trusted by|production at",
                        "(?:\\b(?i:(?:our )?(?:customers|clients) include|proud to serve|customers:|clients:|trusted by|in production at))\\s+"
                                + Lists.REST,
                        0.75),
                ListRule.of(
                        Predicate.CUSTOMER,
                        "rely",
                        "rely on us|trust us",
                        "(?i:companies|firms|customers|brands) (?i:such as|like) (?<list>.+?) (?i:rely on|trust) us",
                        0.75),
                ListRule.of(
                        Predicate.COMPETITOR,
                        "compare competitors competes alternative",
                        "compare us|competitors|competes with|alternative to",
                        "(?:\\b(?i:compare us (?:with|to)|competitors (?:include|are)|competes with|alternative to))\\s+"
                                + Lists.REST,
                        0.7),
                ListRule.of(
                        Predicate.OFFICE,
                        "office offices plant plants",
                        "offices in|office in|plants in",
                        "(?:\\b(?i:offices in|(?:opens|opened|opening|open) (?:an?|our|its) (?:new )?office in|plants in))\\s+"
                                + Lists.REST,
                        0.75));
    }
}
