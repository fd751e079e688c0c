package io.outrider.sandbox.site;

import java.util.List;
import java.util.Set;

/**
 * One fictional company, as its data file tells it. What the file leaves out is empty or 0.
 *
 * @param does what the company does, as the rest of a sentence that begins with its name
 * @param founded a year; 0 where nobody says
 * @param secondEmployees the other headcount of a contradictory site
 */
record Company(
        String name,
        String domain,
        String legal,
        String industry,
        String tagline,
        String does,
        String city,
        String country,
        String countryCode,
        int founded,
        int employees,
        Voice voice,
        List<String> about,
        List<Product> products,
        List<String> customers,
        List<String> technologies,
        List<String> certifications,
        List<String> offices,
        List<String> competitors,
        List<Leader> leaders,
        List<Job> jobs,
        List<Item> news,
        List<Round> funding,
        Set<Quirk> quirks,
        int secondEmployees) {

    Company {
        if (name.isBlank() || !domain.endsWith(".example") || does.isBlank()) {
            throw new IllegalArgumentException("A company needs a name, an .example domain and what it does");
        }
        legal = legal.isEmpty() ? name : legal;
        tagline = tagline.isEmpty() ? name : tagline;
    }

    String email() {
        return "hello@" + domain;
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    record Product(String name, String text) {}

    record Leader(String name, String title) {}

    record Job(String title, String place) {}

    /** A news item. Its date moves with the day the sandbox starts, so that news stays news. */
    record Item(int daysAgo, String title, String text) {}

    /**
     * A funding round.
     *
     * @param amount as written, for example {@code $12 million}
     */
    record Round(String name, String amount, String lead, int year) {}
}
