package io.outrider.research.brief;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.regex.Pattern;

/** Sorts claims into the sections that people read. */
final class Sections {

    private static final int LINES = 12;
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|]");

    private Sections() {}

    static List<Section> of(Claims claims) {
        var bySection = new EnumMap<Section.Kind, List<Claim>>(Section.Kind.class);
        for (var claim : claims.all()) {
            if (claim.holds()) {
                bySection
                        .computeIfAbsent(section(claim.predicate()), kind -> new ArrayList<>())
                        .add(claim);
            }
        }
        return bySection.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Section section(Section.Kind kind, List<Claim> claims) {
        var shown = claims.subList(0, Math.min(LINES, claims.size()));
        var markdown = new StringBuilder();
        for (var claim : shown) {
            var line = MARKUP.matcher(Phrases.sentence(claim)).replaceAll("\\\\$0");
            markdown.append("- ").append(line).append('\n');
        }
        return new Section(
                kind, markdown.toString(), shown.stream().map(Claim::id).toList());
    }

    private static Section.Kind section(Predicate predicate) {
        return switch (predicate) {
            case DESCRIPTION,
                    EMPLOYEE_COUNT,
                    HEADQUARTERS,
                    COUNTRY_CODE,
                    FOUNDED_YEAR,
                    OFFICE,
                    CONTACT_EMAIL,
                    CERTIFICATION -> Section.Kind.COMPANY;
            case INDUSTRY, CUSTOMER, PRODUCT -> Section.Kind.INDUSTRY;
            case FUNDING_ROUND, FUNDING_AMOUNT_USD -> Section.Kind.FINANCIAL;
            case NEWS -> Section.Kind.NEWS;
            case TECHNOLOGY -> Section.Kind.TECH;
            case OPEN_ROLES, HIRING_FOR -> Section.Kind.HIRING;
            case LEADER -> Section.Kind.LEADERSHIP;
            case COMPETITOR -> Section.Kind.COMPETITION;
        };
    }
}
