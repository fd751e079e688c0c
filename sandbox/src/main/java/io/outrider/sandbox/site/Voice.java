package io.outrider.sandbox.site;

import java.util.Locale;

/** How a company writes: each voice says the same facts in other words. */
enum Voice {
    PLAIN(
            "We are %s people in %s.",
            "%s was founded in %d.",
            "Our headquarters are in %s, %s.",
            "We use %s.",
            "Our customers include %s.",
            "%s is our %s.",
            "We have %d open roles.",
            "We are hiring a %s in %s."),
    WARM(
            "%s people work here, most of them in %s.",
            "The story of %s began in %d.",
            "You will find our head office in %s, %s.",
            "Every day we work with %s.",
            "We are proud to serve %s.",
            "Meet %s, %s.",
            "Right now there are %d open positions waiting for you.",
            "We are looking for a %s in %s."),
    TERSE(
            "Headcount: %s. Seat: %s.",
            "%s, est. %d.",
            "Headquartered in %s, %s.",
            "Stack: %s.",
            "Customers: %s.",
            "%s, %s",
            "%d open roles.",
            "%s, %s"),
    CORPORATE(
            "The group employs %s people, with its largest site in %s.",
            "%s has been in business since %d.",
            "The company is headquartered in %s, %s.",
            "Our systems landscape is built on %s.",
            "Companies such as %s rely on us.",
            "%s serves as %s.",
            "There are currently %d vacancies.",
            "Vacancy: %s, %s."),
    TECHNICAL(
            "A team of %s works from %s.",
            "%s started in %d.",
            "We are based in %s, %s.",
            "Under the hood we run %s.",
            "In production at %s.",
            "%s – %s",
            "%d open positions at the moment.",
            "Open position: %s (%s)");

    private final String headcount;
    private final String founded;
    private final String seat;
    private final String technologies;
    private final String customers;
    private final String leader;
    private final String openRoles;
    private final String job;

    Voice(
            String headcount,
            String founded,
            String seat,
            String technologies,
            String customers,
            String leader,
            String openRoles,
            String job) {
        this.headcount = headcount;
        this.founded = founded;
        this.seat = seat;
        this.technologies = technologies;
        this.customers = customers;
        this.leader = leader;
        this.openRoles = openRoles;
        this.job = job;
    }

    String headcount(int employees, String city) {
        return said(headcount, number(employees), city);
    }

    String founded(Company company) {
        return said(founded, company.name(), company.founded());
    }

    String seat(Company company) {
        return said(seat, company.city(), company.country());
    }

    String technologies(Company company) {
        return said(technologies, Words.and(company.technologies()));
    }

    String customers(Company company) {
        return said(customers, Words.and(company.customers()));
    }

    String leader(Company.Leader person) {
        return said(leader, person.name(), person.title());
    }

    String openRoles(int count) {
        return said(openRoles, count);
    }

    String job(Company.Job opening) {
        return said(job, opening.title(), opening.place());
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String said(String pattern, Object... words) {
        return String.format(Locale.ROOT, pattern, words);
    }
}
