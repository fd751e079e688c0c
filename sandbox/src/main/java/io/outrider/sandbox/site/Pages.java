package io.outrider.sandbox.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a company's pages from its data, in its voice. */
final class Pages {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Company company;
    private final Voice voice;
    private final LocalDate today;

    Pages(Company company, LocalDate today) {
        this.company = company;
        this.voice = company.voice();
        this.today = today;
    }

    List<Page> all() {
        var pages = new ArrayList<>(List.of(home(), about()));
        if (!company.products().isEmpty()) {
            pages.add(products());
        }
        if (!company.customers().isEmpty()) {
            pages.add(customers());
        }
        if (!company.leaders().isEmpty()) {
            pages.add(team());
        }
        pages.add(careers());
        pages.add(news());
        pages.add(contact());
        return List.copyOf(pages);
    }

    private Page home() {
        var html = new Html().h1(company.tagline()).p(company.name() + " " + company.does());
        company.about().stream().findFirst().ifPresent(html::p);
        if (!company.news().isEmpty()) {
            var latest = company.news().getFirst();
            html.h2("Latest").p(dated(latest)).p(latest.text());
        }
        if (company.has(Quirk.INJECTION)) {
            html.raw(Injection.VISIBLE);
        }
        return page("/", company.name() + " | " + company.tagline(), html);
    }

    private Page about() {
        var html = new Html()
                .h1("About " + company.name())
                .p(company.name() + " " + company.does())
                .p(voice.headcount(company.employees(), company.city()))
                .p(voice.founded(company))
                .p(voice.seat(company))
                .p("Industry: " + company.industry() + ".");
        company.about().forEach(html::p);
        if (!company.offices().isEmpty()) {
            html.p("We also have offices in " + Words.and(company.offices()) + ".");
        }
        if (!company.certifications().isEmpty()) {
            html.p("We are certified to " + Words.and(company.certifications()) + ".");
        }
        company.funding().forEach(round -> html.p(raised(round)));
        if (!company.technologies().isEmpty()) {
            html.h2("How we work").p(voice.technologies(company));
        }
        return page("/about", "About", html);
    }

    private Page products() {
        var html = new Html().h1("What we make");
        company.products().forEach(product -> html.h2(product.name()).p(product.name() + " " + product.text()));
        if (!company.competitors().isEmpty()) {
            html.p("Buyers often compare us with " + Words.and(company.competitors()) + ".");
        }
        return page("/product", "Products", html);
    }

    private Page customers() {
        return page("/customers", "Customers", new Html().h1("Who we work for").p(voice.customers(company)));
    }

    private Page team() {
        var html = new Html().h1("The people who run " + company.name());
        html.list(company.leaders().stream().map(voice::leader).toList());
        return page("/team", "Team", html);
    }

    private Page careers() {
        var html = new Html().h1("Work at " + company.name());
        if (company.has(Quirk.CONTRADICTORY)) {
            html.p("Join our " + company.secondEmployees() + " employees.");
        }
        if (company.jobs().isEmpty()) {
            html.p("There are no open roles at the moment.");
        } else {
            html.p(voice.openRoles(company.jobs().size()));
            html.list(company.jobs().stream().map(voice::job).toList());
        }
        return page("/careers", "Careers", html);
    }

    private Page news() {
        var html = new Html().h1("News");
        company.news().forEach(item -> html.h2(dated(item)).p(item.text()));
        if (company.news().isEmpty()) {
            html.p("Nothing to report yet.");
        }
        return page("/news", "News", html);
    }

    private Page contact() {
        var html = new Html()
                .h1("Contact")
                .p(company.legal() + ", " + company.city() + ", " + company.country() + ".")
                .p("Write to " + company.email() + ".");
        return page("/contact", "Contact", html);
    }

    private String dated(Company.Item item) {
        return DAY.format(today.minusDays(item.daysAgo())) + ": " + item.title() + ".";
    }

    private String raised(Company.Round round) {
        return "In " + round.year() + " " + company.name() + " raised " + round.amount() + " in a " + round.name()
                + " round led by " + round.lead() + ".";
    }

    private Page page(String path, String title, Html html) {
        return new Page(path, title, company.name() + " " + company.does(), html.toString());
    }
}
